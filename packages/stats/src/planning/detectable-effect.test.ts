import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { detectableEffect } from './detectable-effect.ts'
import { powerEquivalence, sizeEquivalence } from './equivalence-size.ts'
import { powerFisher } from './fisher-power.ts'
import { powerMannWhitney } from './mann-whitney-size.ts'
import { powerPoissonRate } from './poisson-rate-size.ts'
import { powerTwoMeans, sizeTwoMeans } from './two-means.ts'
import { powerTwoProportions } from './two-proportions.ts'

/** n of each arm, and power. */
const EXTREMES = [30, 1e4, 1e9].flatMap(n => [0.5, 0.8, 0.999999].map(power => ({ n, power })))

const POWERS: Readonly<Record<string, (n: number) => (effect: number) => number>> = {
  'two means': n => delta => powerTwoMeans({ sigma: 3, delta, alpha: 0.05, controlN: n, treatmentN: 2 * n }),
  'the Mann-Whitney test': n => delta => powerMannWhitney({ sigma: 3, delta, alpha: 0.01, controlN: n, treatmentN: n }),
  'the margin of equivalence': n => margin =>
    powerEquivalence({ sigma: 3, margin, alpha: 0.05, controlN: n, treatmentN: n }),
  'a rate ratio': n => excess =>
    powerPoissonRate({ rate: 2, rateRatio: 1 + excess, alpha: 0.05, controlExposure: n, treatmentExposure: n }),
  'a rare rate ratio': n => excess =>
    powerPoissonRate({ rate: 1e-6, rateRatio: 1 + excess, alpha: 0.05, controlExposure: n, treatmentExposure: 3 * n }),
}

const CASES = Object.entries(POWERS).flatMap(([name, powerFor]) =>
  EXTREMES.map(({ n, power }) => ({ name, n, power, powerAt: powerFor(n) })),
)

describe('smallest effect that is seen', () => {
  it.each(CASES)('keeps a power of $power for $name with $n persons', ({ power, powerAt }) => {
    const question = { powerAt, power, largest: Number.POSITIVE_INFINITY }

    const effect = answered(detectableEffect(question))

    expect(powerAt(effect)).toBeGreaterThanOrEqual(power)
    expect(powerAt(effect * (1 - 1e-9))).toBeLessThan(power)
    expect(relativeError(answered(detectableEffect({ ...question, from: effect * 1e-7 })), effect)).toBeLessThan(1e-9)
  })

  it.each([1e-6, 0.3, 1 - 1e-6].flatMap(baseline => [0.5, 0.999999].map(power => ({ baseline, power }))))(
    'is found for two rates, up and down, at $baseline with a power of $power',
    ({ baseline, power }) => {
      const n = 2e8
      const at = (sign: 1 | -1) => (effect: number) =>
        powerTwoProportions({ baseline, treatment: baseline + sign * effect, alpha: 0.05, controlN: n, treatmentN: n })

      const up = answered(detectableEffect({ powerAt: at(1), power, largest: 1 - baseline }))
      const down = answered(detectableEffect({ powerAt: at(-1), power, largest: baseline }))

      expect(at(1)(up)).toBeGreaterThanOrEqual(power)
      expect(at(1)(up * 0.9999)).toBeLessThan(power)
      expect(at(-1)(down)).toBeGreaterThanOrEqual(power)
      expect(at(-1)(down * 0.9999)).toBeLessThan(power)
    },
  )

  it("is found for Fisher's exact test", () => {
    const powerAt = (effect: number) =>
      powerFisher({ baseline: 0.2, treatment: 0.2 + effect, alpha: 0.05, controlN: 120, treatmentN: 90 })

    const effect = answered(detectableEffect({ powerAt, power: 0.8, largest: 0.8 }))

    expect(powerAt(effect)).toBeCloseTo(0.8, 10)
  })

  it('is the inverse of the margin of equivalence', () => {
    const n = answered(sizeEquivalence({ sigma: 2, margin: 0.1, alpha: 0.05, power: 0.8 }))
    const powerAt = (margin: number) => powerEquivalence({ sigma: 2, margin, alpha: 0.05, controlN: n, treatmentN: n })

    const margin = answered(detectableEffect({ powerAt, power: 0.8, largest: 10, from: 3 }))

    expect(margin).toBeLessThanOrEqual(0.1)
    expect(margin).toBeGreaterThan(0.1 * (1 - 1 / n))
  })

  it('asks for the power a few hundred times at most', () => {
    let asked = 0
    const powerAt = (delta: number) => {
      asked += 1
      return powerTwoMeans({ sigma: 1e-30, delta, alpha: 0.05, controlN: 1e9, treatmentN: 1e9 })
    }

    answered(detectableEffect({ powerAt, power: 0.8, largest: Number.POSITIVE_INFINITY }))

    expect(asked).toBeLessThan(300)
  })

  it('is the inverse of the size of two means', () => {
    const design = { sigma: 3, alpha: 0.05 }
    const n = answered(sizeTwoMeans({ ...design, delta: 0.2, power: 0.8 }))
    const powerAt = (delta: number) => powerTwoMeans({ ...design, delta, controlN: n, treatmentN: n })

    const effect = answered(detectableEffect({ powerAt, power: 0.8, largest: Number.POSITIVE_INFINITY }))

    expect(effect).toBeLessThanOrEqual(0.2)
    expect(effect).toBeGreaterThan(0.2 * (1 - 1 / n))
    expect(powerAt(effect)).toBeCloseTo(0.8, 12)
  })

  it.each([1e-6, 0.5, 1 - 1e-6])('keeps the power of two rates at a baseline of %s and a billion users', baseline => {
    const powerAt = (effect: number) =>
      powerTwoProportions({ baseline, treatment: baseline + effect, alpha: 0.05, controlN: 1e9, treatmentN: 1e9 })

    const effect = answered(detectableEffect({ powerAt, power: 0.9, largest: 1 - baseline }))

    expect(powerAt(effect)).toBeCloseTo(0.9, 8)
    expect(powerAt(effect * 0.999)).toBeLessThan(0.9)
  })

  it('is not there where even the largest effect is missed, or next to none is seen', () => {
    const weak = detectableEffect({ powerAt: () => 0.1, power: 0.8, largest: 1 })
    const always = detectableEffect({ powerAt: () => 0.9, power: 0.8, largest: 1 })
    const senseless = detectableEffect({ powerAt: () => 0.9, power: 1, largest: 1 })

    expect([weak, always, senseless].map(result => (result.ok ? 'answer' : result.reason))).toEqual([
      'out_of_range',
      'out_of_range',
      'out_of_range',
    ])
  })
})
