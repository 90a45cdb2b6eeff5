import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/fisher-power.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { powerEquivalence, sizeEquivalence } from './equivalence-size.ts'
import { powerFisher, sizeFisher } from './fisher-power.ts'
import { powerMannWhitney, sizeMannWhitney } from './mann-whitney-size.ts'
import { powerPoissonRate, sizePoissonRate } from './poisson-rate-size.ts'

const basket = { sigma: 12, delta: 45 * 0.04, alpha: 0.05, power: 0.8 }
const rates = { rate: 0.3, rateRatio: 1.2, alpha: 0.05, power: 0.8, exposurePerPerson: 1 }

describe("size for Fisher's exact test", () => {
  it.each(exact.cases)(
    'has the power of every table at $baseline and $treatment, $controlN and $treatmentN persons',
    oracle => {
      const power = powerFisher(oracle)

      expect(relativeError(power, oracle.power)).toBeLessThan(1e-11)
    },
  )

  it('gives the sizes printed for 0.2 and 0.3, and for 0.05 and 0.055', () => {
    const small = answered(sizeFisher({ baseline: 0.2, treatment: 0.3, alpha: 0.05, power: 0.8 }))
    const large = answered(sizeFisher({ baseline: 0.05, treatment: 0.055, alpha: 0.05, power: 0.8 }))

    expect([small, large]).toEqual([311, 31_633])
  })

  it('is the first n with the power from the size of the z test on', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        fc.double({ min: 0.15, max: 0.35, noNaN: true }),
        (baseline, delta) => {
          const design = { baseline, treatment: baseline + delta, alpha: 0.05, power: 0.8 }
          const n = answered(sizeFisher(design))
          const at = (size: number) => powerFisher({ ...design, controlN: size, treatmentN: size })

          expect(at(n)).toBeGreaterThanOrEqual(0.8)
          expect(at(n - 1)).toBeLessThan(0.8)
        },
      ),
      { seed: 73, numRuns: 15 },
    )
  })

  it('never rejects more often than alpha without an effect', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (rate, controlN, treatmentN) => {
          const size = powerFisher({ baseline: rate, treatment: rate, alpha: 0.05, controlN, treatmentN })

          expect(size).toBeLessThan(0.05)
        },
      ),
      { seed: 74, numRuns: 100 },
    )
  })

  it('says why there is no size', () => {
    const result = sizeFisher({ baseline: 0.2, treatment: 1, alpha: 0.05, power: 0.8 })

    expect(result).toEqual({ ok: false, reason: 'out_of_range' })
  })
})

describe('size for the Mann-Whitney test', () => {
  it('gives the size printed for 45 ± 12 and 4 %', () => {
    const n = answered(sizeMannWhitney(basket))

    expect(n).toBe(731)
    expect(powerMannWhitney({ ...basket, controlN: n, treatmentN: n })).toBeGreaterThanOrEqual(0.8)
    expect(sizeMannWhitney({ ...basket, sigma: 0 })).toEqual({ ok: false, reason: 'zero_variance' })
  })
})

describe('size for equivalence', () => {
  const design = { sigma: 12, margin: 45 * 0.05, alpha: 0.05, power: 0.8 }

  it('gives the size printed for a margin of 5 % of 45', () => {
    expect(answered(sizeEquivalence(design))).toBe(488)
  })

  it('is the first n with the power', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        (margin, power) => {
          const n = answered(sizeEquivalence({ ...design, margin, power }))
          fc.pre(n > 2 && n < 1e9)
          const at = (size: number) => powerEquivalence({ ...design, margin, controlN: size, treatmentN: size })

          expect(at(n)).toBeGreaterThanOrEqual(power - 1e-9)
          expect(at(n - 1)).toBeLessThan(power + 1e-9)
        },
      ),
      { seed: 75, numRuns: 200 },
    )
  })

  it('has no negative power, and says why there is no size', () => {
    const reasons = [
      { sigma: 0 },
      { margin: 0 },
      { alpha: 1 },
      { power: 1 },
      { margin: Number.NaN },
      { margin: 1e-200 },
    ].map(change => {
      const result = sizeEquivalence({ ...design, ...change })
      return result.ok ? 'answer' : result.reason
    })

    expect(powerEquivalence({ ...design, controlN: 10, treatmentN: 10 })).toBe(0)
    expect(reasons).toEqual([
      'zero_variance',
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'not_finite',
      'out_of_range',
    ])
  })
})

describe('size for two Poisson rates', () => {
  it('gives the sizes printed for 0.3 events and a rise of 20 %', () => {
    const one = answered(sizePoissonRate(rates))
    const longer = answered(sizePoissonRate({ ...rates, exposurePerPerson: 2.5 }))

    expect([one.events, one.persons, longer.persons]).toEqual([948, 1437, 575])
  })

  it('has the power it was sized for, with equal and with unequal arms', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (rate, rateRatio) => {
          fc.pre(Math.abs(rateRatio - 1) > 0.01)
          const design = { ...rates, rate, rateRatio }
          const { exposure } = answered(sizePoissonRate(design))
          const at = (controlExposure: number, treatmentExposure: number) =>
            powerPoissonRate({ ...design, controlExposure, treatmentExposure })

          expect(at(exposure, exposure)).toBeGreaterThanOrEqual(0.8 - 1e-9)
          expect(at(exposure * 0.9, exposure * 0.9)).toBeLessThan(0.8)
          expect(at(exposure, exposure * 2)).toBeGreaterThan(at(exposure, exposure))
        },
      ),
      { seed: 76, numRuns: 100 },
    )
  })

  it('says why there is no size', () => {
    const reasons = [
      { rate: 0 },
      { rateRatio: 1 },
      { exposurePerPerson: 0 },
      { power: 0.001 },
      { rate: Number.NaN },
    ].map(change => {
      const result = sizePoissonRate({ ...rates, ...change })
      return result.ok ? 'answer' : result.reason
    })

    expect(reasons).toEqual(['out_of_range', 'out_of_range', 'out_of_range', 'out_of_range', 'not_finite'])
  })
})
