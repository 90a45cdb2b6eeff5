import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { fisherTest } from './fisher.ts'
import { oddsRatioMidP, oddsRatioWoolf } from './odds-ratio-test.ts'
import { fisherOneSidedTest, pooledZOneSidedTest } from './one-sided-proportions.ts'
import { pooledZTest } from './pooled-z.ts'
import type { Proportion } from './proportion.ts'
import { riskRatioKatz, riskRatioKoopman } from './risk-ratio.ts'

const METHODS = { riskRatioKatz, riskRatioKoopman, oddsRatioWoolf, oddsRatioMidP }
const proportion = fc
  .tuple(fc.integer({ min: 2, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]): Proportion => ({ n, successes: Math.round(n * share) }))
const reasonOf = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? 'answer' : result.reason)

describe('risk ratios and odds ratios', () => {
  it.each(Object.entries(METHODS))('%s turns over when the arms change places', (_, method) => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const forth = method(control, treatment, { alpha: 0.05 })
        const back = method(treatment, control, { alpha: 0.05 })

        expect(back.ok).toBe(forth.ok)
        if (!forth.ok || !back.ok) return
        expect(Math.abs(back.value.pValueLog10 - forth.value.pValueLog10)).toBeLessThan(
          1e-10 * (1 - forth.value.pValueLog10),
        )
        expect(relativeError(1 / back.value.upper, forth.value.lower)).toBeLessThan(1e-9)
        expect(relativeError(1 / back.value.lower, forth.value.upper)).toBeLessThan(1e-9)
      }),
      { seed: 97, numRuns: 150 },
    )
  })

  it.each(Object.entries(METHODS))('%s holds the ratio, and narrows as persons come', (_, method) => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const test = method(control, treatment, { alpha: 0.05 })
        if (!test.ok) return
        const ten = ({ successes, n }: Proportion) => ({ successes: 10 * successes, n: 10 * n })
        const more = answered(method(ten(control), ten(treatment), { alpha: 0.05 }))

        expect(test.value.lower <= test.value.ratio && test.value.ratio <= test.value.upper).toBe(true)
        expect(more.lower).toBeGreaterThanOrEqual(test.value.lower * (1 - 1e-9))
        expect(more.upper).toBeLessThanOrEqual(test.value.upper * (1 + 1e-9))
      }),
      { seed: 98, numRuns: 100 },
    )
  })

  it.each(Object.entries(METHODS))('%s has one-sided bounds of twice alpha, and one open end', (_, method) => {
    const arms = [
      { successes: 12, n: 90 },
      { successes: 25, n: 100 },
    ] as const
    const both = answered(method(...arms, { alpha: 0.1 }))
    const greater = answered(method(...arms, { alpha: 0.05, alternative: 'greater' }))
    const less = answered(method(...arms, { alpha: 0.05, alternative: 'less' }))

    expect([greater.lower, less.upper]).toEqual([both.lower, both.upper])
    expect([greater.upper, less.lower]).toEqual([Number.POSITIVE_INFINITY, 0])
    expect(greater.pValue).toBeLessThan(0.05)
    expect(less.pValue).toBeGreaterThan(0.95)
    expect(relativeError(2 * greater.pValue, both.pValue)).toBeLessThan(1e-12)
  })

  it("excludes 1 from Koopman's interval exactly when the pooled z test rejects", () => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const test = riskRatioKoopman(control, treatment, { alpha: 0.05 })
        fc.pre(test.ok)
        const pooled = answered(pooledZTest(control, treatment, 0.05))
        fc.pre(Math.abs(pooled.pValue - 0.05) > 1e-9)

        expect(test.value.lower > 1 || test.value.upper < 1).toBe(pooled.pValue < 0.05)
        expect(Math.abs(test.value.pValue - pooled.pValue)).toBeLessThan(1e-12)
      }),
      { seed: 99, numRuns: 200 },
    )
  })

  it('answer at empty cells where the method can, and say why where it cannot', () => {
    const none = { successes: 0, n: 20 }
    const some = { successes: 5, n: 20 }
    const all = { successes: 20, n: 20 }
    const koopman = answered(riskRatioKoopman(some, none, { alpha: 0.05 }))

    const reasons = [
      riskRatioKatz(some, none, { alpha: 0.05 }),
      riskRatioKatz(all, all, { alpha: 0.05 }),
      riskRatioKoopman(none, none, { alpha: 0.05 }),
      riskRatioKoopman(all, all, { alpha: 0.05 }),
      oddsRatioWoolf(some, all, { alpha: 0.05 }),
      oddsRatioMidP(none, none, { alpha: 0.05 }),
      oddsRatioMidP({ successes: 1.5, n: 20 }, some, { alpha: 0.05 }),
      riskRatioKatz(some, some, { alpha: 1 }),
      riskRatioKatz({ successes: 2, n: 0 }, some, { alpha: 0.05 }),
    ].map(reasonOf)

    expect([koopman.ratio, koopman.lower]).toEqual([0, 0])
    expect(koopman.upper).toBeLessThan(1)
    expect(reasons).toEqual([
      'zero_total',
      'zero_variance',
      'zero_total',
      'zero_variance',
      'zero_total',
      'zero_variance',
      'out_of_range',
      'out_of_range',
      'too_few_persons',
    ])
  })

  it('keep the logarithm of a p-value that underflows', () => {
    const arms = [
      { successes: 1000, n: 100_000 },
      { successes: 9000, n: 100_000 },
    ] as const

    const logs = Object.values(METHODS).map(method => answered(method(...arms, { alpha: 0.05 })).pValueLog10)

    expect(Math.max(...logs)).toBeLessThan(-500)
  })
})

describe('one-sided tests of two rates', () => {
  it('have complementary tails in the z test, and overlapping ones in the exact test', () => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const z = pooledZOneSidedTest(control, treatment, { alpha: 0.05, alternative: 'greater' })
        fc.pre(z.ok)
        const other = answered(pooledZOneSidedTest(control, treatment, { alpha: 0.05, alternative: 'less' }))
        const fisher = answered(fisherOneSidedTest(control, treatment, 'greater'))
        const fewer = answered(fisherOneSidedTest(control, treatment, 'less'))

        expect(z.value.pValue + other.pValue).toBeCloseTo(1, 13)
        expect(fisher.pValue + fewer.pValue).toBeGreaterThanOrEqual(1)
        expect(Math.min(fisher.pValue, fewer.pValue)).toBeLessThanOrEqual(
          answered(fisherTest(control, treatment, 0.05)).pValue * (1 + 1e-9),
        )
      }),
      { seed: 100, numRuns: 150 },
    )
  })

  it('keep P(p <= u) <= u for every common rate, by every table of 7 and 9 persons', () => {
    const tables = Array.from({ length: 8 * 10 }, (_, i) => ({ xc: i % 8, xt: Math.floor(i / 8) }))
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)
    const p = tables.map(({ xc, xt }) => {
      const test = fisherOneSidedTest({ successes: xc, n: 7 }, { successes: xt, n: 9 }, 'greater')
      return test.ok ? test.value.pValue : 1
    })

    for (const rate of [0.05, 0.2, 0.5, 0.9]) {
      const probability = tables.map(
        ({ xc, xt }) => choose(7, xc) * choose(9, xt) * rate ** (xc + xt) * (1 - rate) ** (16 - xc - xt),
      )
      for (const u of p) {
        const below = probability.reduce((sum, part, i) => sum + (p[i]! <= u * (1 + 1e-12) ? part : 0), 0)
        expect(below).toBeLessThanOrEqual(u * (1 + 1e-9))
      }
    }
  })

  it('say why there is no answer', () => {
    const reasons = [
      pooledZOneSidedTest({ successes: 0, n: 5 }, { successes: 0, n: 5 }, { alpha: 0.05, alternative: 'less' }),
      pooledZOneSidedTest({ successes: 1, n: 5 }, { successes: 2, n: 5 }, { alpha: 0.5, alternative: 'less' }),
      fisherOneSidedTest({ successes: 0, n: 5 }, { successes: 0, n: 5 }, 'less'),
      fisherOneSidedTest({ successes: 0.5, n: 5 }, { successes: 0, n: 5 }, 'less'),
    ].map(reasonOf)

    expect(reasons).toEqual(['zero_variance', 'out_of_range', 'zero_variance', 'out_of_range'])
  })
})
