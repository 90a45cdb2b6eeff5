import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../testing/answered.ts'
import { relativeError } from '../testing/relative-error.ts'
import { hommelAdjustedPValues } from './hommel.ts'
import { postStratifiedTest } from './means/post-stratification.ts'
import { relativeLiftDelta, relativeLiftOneSided } from './means/relative-lift.ts'
import { postStratifiedTestWithWeightVariance } from './means/weighted-post-stratification.ts'
import { adjustPValues } from './multiplicity.ts'
import type { Proportion } from './proportions/proportion.ts'
import { sampleQuantile } from './resampling/quantile.ts'
import type { QuantileType } from './resampling/quantile-of-type.ts'
import { quantileOfType } from './resampling/quantile-of-type.ts'
import { cochranMantelHaenszelTest } from './tables/cochran-mantel-haenszel.ts'

const reasonOf = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? 'answer' : result.reason)

describe("Hommel's adjustment", () => {
  it("lies between Hochberg's and the p-values themselves, in the same order", () => {
    const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

    fc.assert(
      fc.property(pValues, p => {
        const hommel = hommelAdjustedPValues(p)
        const hochberg = adjustPValues(p, 'hochberg')

        p.forEach((value, i) => {
          expect(hommel[i]!).toBeLessThanOrEqual(hochberg[i]! * (1 + 1e-12))
          expect(hommel[i]!).toBeGreaterThanOrEqual(value)
          p.forEach((other, j) => {
            if (other > value) expect(hommel[j]!).toBeGreaterThanOrEqual(hommel[i]! * (1 - 1e-12))
          })
        })
      }),
      { seed: 120, numRuns: 200 },
    )
  })

  it('leaves a single p-value alone, and refuses what is none', () => {
    expect(hommelAdjustedPValues([0.03])).toEqual([0.03])
    expect(hommelAdjustedPValues([])).toEqual([])
    expect(() => hommelAdjustedPValues([1.1])).toThrow(RangeError)
  })
})

describe('quantiles of nine types', () => {
  it('stay within the sample, rise with the share, and are ours for type 7', () => {
    const sample = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 30 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })

    fc.assert(
      fc.property(sample, share, share, fc.integer({ min: 1, max: 9 }), (values, first, second, type) => {
        const sorted = values.toSorted((a, b) => a - b)
        const at = (p: number) => quantileOfType(sorted, p, type as QuantileType)
        const [low, high] = [Math.min(first, second), Math.max(first, second)]

        expect(at(low)).toBeGreaterThanOrEqual(sorted[0]!)
        expect(at(high)).toBeLessThanOrEqual(sorted.at(-1)!)
        expect(at(low)).toBeLessThanOrEqual(at(high) + 1e-9)
        expect(Math.abs(quantileOfType(sorted, first, 7) - sampleQuantile(sorted, first))).toBeLessThan(1e-10)
      }),
      { seed: 121, numRuns: 300 },
    )
  })

  it('do not exist without a sample or a share', () => {
    expect([quantileOfType([], 0.5, 7), quantileOfType([1, 2], 1.5, 7)].every(Number.isNaN)).toBe(true)
  })
})

describe('Cochran-Mantel-Haenszel test', () => {
  const proportion = fc
    .tuple(fc.integer({ min: 2, max: 200 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }))
    .map(([n, part]): Proportion => ({ n, successes: Math.min(n - 1, Math.max(1, Math.round(n * part))) }))

  it('turns over when the arms change places, and does not mind the order of the strata', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(proportion, proportion), { minLength: 1, maxLength: 6 }), pairs => {
        const strata = pairs.map(([control, treatment]) => ({ control, treatment }))
        const forth = answered(cochranMantelHaenszelTest(strata, 0.05))
        const back = answered(
          cochranMantelHaenszelTest(
            strata.map(({ control, treatment }) => ({ control: treatment, treatment: control })),
            0.05,
          ),
        )
        const turned = answered(cochranMantelHaenszelTest(strata.toReversed(), 0.05))

        expect(relativeError(1 / back.upper, forth.lower)).toBeLessThan(1e-10)
        expect(Math.abs(back.statistic - forth.statistic)).toBeLessThan(1e-9 * (1 + forth.statistic))
        expect(Math.abs(turned.statistic - forth.statistic)).toBeLessThan(1e-9 * (1 + forth.statistic))
      }),
      { seed: 122, numRuns: 100 },
    )
  })

  it('keeps the logarithm of a p-value that underflows, and says why there is no answer', () => {
    const arm = (successes: number) => ({ successes, n: 100_000 })
    const none = { successes: 0, n: 5 }
    const sure = answered(cochranMantelHaenszelTest([{ control: arm(10_000), treatment: arm(30_000) }], 0.05))

    const reasons = [
      cochranMantelHaenszelTest([], 0.05),
      cochranMantelHaenszelTest([{ control: none, treatment: none }], 0.05),
      cochranMantelHaenszelTest([{ control: none, treatment: { successes: 2, n: 5 } }], 0.05),
      cochranMantelHaenszelTest([{ control: none, treatment: { successes: 9, n: 5 } }], 0.05),
      cochranMantelHaenszelTest([{ control: none, treatment: { successes: Number.NaN, n: 5 } }], 0.05),
    ].map(reasonOf)

    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(reasons).toEqual(['no_usable_stratum', 'zero_variance', 'unbounded', 'out_of_range', 'not_finite'])
  })
})

describe('post-stratification with weight variance', () => {
  const stratum = (shift: number) => ({
    control: { n: 50, mean: 2 + shift, variance: 4 },
    treatment: { n: 60, mean: 2.5 + 2 * shift, variance: 5 },
  })

  it('adds to the error where strata differ in their effect, and nothing where they agree', () => {
    const plain = answered(postStratifiedTest([stratum(0), stratum(3)], 0.05, 'continuous'))
    const random = answered(postStratifiedTestWithWeightVariance([stratum(0), stratum(3)], 0.05))
    const equal = answered(postStratifiedTestWithWeightVariance([stratum(0), stratum(0)], 0.05))

    expect(random.effect).toBe(plain.effect)
    expect(random.standardError ** 2 - plain.standardError ** 2).toBeCloseTo(1.5 ** 2 / 220, 14)
    expect(equal.standardError).toBe(
      answered(postStratifiedTest([stratum(0), stratum(0)], 0.05, 'continuous')).standardError,
    )
  })

  it('passes on why there is no answer', () => {
    expect(postStratifiedTestWithWeightVariance([], 0.05)).toEqual({ ok: false, reason: 'no_usable_stratum' })
  })
})

describe('relative lift on one side', () => {
  it('has half the p of both sides towards the lift, and the bound of twice alpha', () => {
    const arms = [
      { n: 100, mean: 5, variance: 4 },
      { n: 120, mean: 5.6, variance: 5 },
    ] as const
    const both = answered(relativeLiftDelta(...arms, 0.1))
    const greater = answered(relativeLiftOneSided(...arms, { alpha: 0.05, alternative: 'greater' }))
    const none = relativeLiftOneSided({ n: 100, mean: 0, variance: 4 }, arms[1], { alpha: 0.05, alternative: 'less' })

    expect(relativeError(2 * greater.pValue, both.pValue)).toBeLessThan(1e-13)
    expect(greater.lower).toBe(both.lower)
    expect(none).toEqual({ ok: false, reason: 'zero_total' })
  })
})
