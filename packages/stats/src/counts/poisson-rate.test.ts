import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/exact-counts.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import type { EventCount } from './poisson-rate.ts'
import { poissonRateTest } from './poisson-rate.ts'

const TOLERANCE = 1e-11

const arm = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 1000 }))
  .map(([events, exposure]): EventCount => ({ events, exposure }))

describe('comparison of two Poisson rates', () => {
  it.each(exact.poisson)(
    'matches integer sums for $control.events/$control.exposure against $treatment.events/$treatment.exposure',
    oracle => {
      const test = answered(poissonRateTest(oracle.control, oracle.treatment, oracle.alpha))

      expect(relativeError(test.pValueLog10, oracle.pValueLog10)).toBeLessThan(TOLERANCE)
      expect(relativeError(test.pValue, oracle.pValue ?? test.pValue)).toBeLessThan(TOLERANCE)
      expect(relativeError(test.rateRatioLower, oracle.rateRatioLower)).toBeLessThan(TOLERANCE)
      expect(relativeError(test.rateRatioUpper, oracle.rateRatioUpper ?? Number.POSITIVE_INFINITY)).toBeLessThan(
        TOLERANCE,
      )
    },
  )

  it("matches R's poisson.test for 11 events in 800 against 23 in 3,011", () => {
    const test = answered(poissonRateTest({ events: 23, exposure: 3011 }, { events: 11, exposure: 800 }, 0.05))

    // R 4.2.2: poisson.test(c(11, 23), c(800, 3011)).
    expect(test.pValue.toFixed(7)).toBe('0.1366344')
    expect([test.rateRatioLower, test.rateRatioUpper, test.rateRatio].map(x => x.toFixed(6))).toEqual([
      '0.792205',
      '3.843863',
      '1.800054',
    ])
  })

  it("matches R's poisson.test for 137 events in 60 against 102 in 59", () => {
    const test = answered(poissonRateTest({ events: 102, exposure: 59 }, { events: 137, exposure: 60 }, 0.05))

    // R 4.2.2: poisson.test(c(137, 102), c(60, 59)).
    expect(relativeError(test.pValue, 0.0382314410898185)).toBeLessThan(1e-12)
    expect(relativeError(test.rateRatioLower, 1.01466903940184)).toBeLessThan(1e-12)
    expect(relativeError(test.rateRatioUpper, 1.72380333377022)).toBeLessThan(1e-12)
    expect(relativeError(test.rateRatio, 1.32075163398693)).toBeLessThan(1e-12)
  })

  it('gives the values printed for 30/1000 against 48/1100', () => {
    const test = answered(poissonRateTest({ events: 30, exposure: 1000 }, { events: 48, exposure: 1100 }, 0.05))

    expect([test.effect, test.lower, test.upper, test.pValue].map(x => x.toFixed(6))).toEqual([
      '0.013636',
      '-0.002723',
      '0.029996',
      '0.113138',
    ])
    expect(test.rateRatio.toFixed(4)).toBe('1.4545')
  })

  it('is exact for a million events', () => {
    const test = answered(poissonRateTest({ events: 500_000, exposure: 1 }, { events: 503_000, exposure: 1 }, 0.05))

    expect(test.pValue).toBeGreaterThan(0.0027)
    expect(test.pValue).toBeLessThan(0.0028)
  })

  it('says why there is no answer', () => {
    const reasons = [
      poissonRateTest({ events: 0, exposure: 5 }, { events: 0, exposure: 5 }, 0.05),
      poissonRateTest({ events: 1, exposure: 0 }, { events: 0, exposure: 5 }, 0.05),
      poissonRateTest({ events: 1.5, exposure: 2 }, { events: 0, exposure: 5 }, 0.05),
      poissonRateTest({ events: 1, exposure: Number.POSITIVE_INFINITY }, { events: 0, exposure: 5 }, 0.05),
      poissonRateTest({ events: 1, exposure: 1 }, { events: 0, exposure: 5 }, 0),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['zero_total', 'out_of_range', 'out_of_range', 'not_finite', 'out_of_range'])
  })

  it('turns round when the arms change places, and scales with the unit of exposure', () => {
    fc.assert(
      fc.property(arm, arm, (control, treatment) => {
        fc.pre(control.events + treatment.events > 0)
        const hours = ({ events, exposure }: EventCount) => ({ events, exposure: exposure * 24 })

        const forth = answered(poissonRateTest(control, treatment, 0.05))
        const back = answered(poissonRateTest(treatment, control, 0.05))
        const scaled = answered(poissonRateTest(hours(control), hours(treatment), 0.05))

        expect(back.effect).toBe(-forth.effect)
        expect(relativeError(back.pValueLog10, forth.pValueLog10)).toBeLessThan(1e-9)
        expect(relativeError(1 / back.rateRatioLower, forth.rateRatioUpper)).toBeLessThan(1e-10)
        expect(relativeError(scaled.pValueLog10, forth.pValueLog10)).toBeLessThan(1e-9)
        expect(relativeError(scaled.rateRatioUpper, forth.rateRatioUpper)).toBeLessThan(1e-10)
      }),
      { seed: 25, numRuns: 200 },
    )
  })
})
