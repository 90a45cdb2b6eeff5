import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/unconditional.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { barnardTest } from './barnard.ts'
import { boschlooTest } from './boschloo.ts'
import { fisherTest } from './fisher.ts'
import type { Proportion } from './proportion.ts'

/** SciPy's log-gamma loses about 1e-12 of the oracle's logarithms. */
const TOLERANCE = 1e-9

const proportion = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]): Proportion => ({ n, successes: Math.round(n * share) }))

describe('exact unconditional tests', () => {
  it.each(exact.cases)(
    'match a walk over every table for $control.successes/$control.n against $treatment.successes/$treatment.n',
    ({ control, treatment, logBarnard, logBoschloo }) => {
      const barnard = answered(barnardTest(control, treatment, 0.05))
      const boschloo = answered(boschlooTest(control, treatment, 0.05))

      expect(Math.abs(barnard.pValueLog10 * Math.LN10 - logBarnard)).toBeLessThan(TOLERANCE)
      expect(Math.abs(boschloo.pValueLog10 * Math.LN10 - logBoschloo)).toBeLessThan(TOLERANCE)
    },
  )

  it('give the values printed for 3/20 against 11/22', () => {
    const arms = [
      { successes: 3, n: 20 },
      { successes: 11, n: 22 },
    ] as const

    const printed = [boschlooTest, barnardTest].map(test => answered(test(...arms, 0.05)).pValue.toFixed(6))

    expect(printed).toEqual(['0.020656', '0.019951'])
  })

  it('answer for thousands of persons, and in the far tail', () => {
    const barnard = answered(barnardTest({ successes: 300, n: 1000 }, { successes: 345, n: 1000 }, 0.05))
    const boschloo = answered(boschlooTest({ successes: 300, n: 1000 }, { successes: 345, n: 1000 }, 0.05))
    const far = answered(barnardTest({ successes: 0, n: 1000 }, { successes: 1000, n: 1000 }, 0.05))

    expect(barnard.pValue).toBeGreaterThan(0.031)
    expect(barnard.pValue).toBeLessThan(0.033)
    expect(boschloo.pValue).toBeGreaterThan(0.031)
    expect(boschloo.pValue).toBeLessThan(0.033)
    expect(far.pValue).toBe(0)
    expect(far.pValueLog10).toBeCloseTo((1 - 2000) * Math.log10(2), 8)
  })

  it('tell how far they are, and stop when told to', () => {
    const arms = [
      { successes: 12, n: 60 },
      { successes: 25, n: 70 },
    ] as const
    for (const test of [barnardTest, boschlooTest]) {
      const shares: number[] = []
      const told = answered(test(...arms, 0.05, share => shares.push(share)))

      expect(told).toEqual(answered(test(...arms, 0.05)))
      expect(shares.length).toBeGreaterThan(10)
      expect(shares.length).toBeLessThanOrEqual(100)
      expect(shares).toEqual(shares.toSorted((a, b) => a - b))
      expect(shares.at(-1)!).toBeLessThanOrEqual(1)
      expect(() =>
        test(...arms, 0.05, () => {
          throw new Error('cancelled')
        }),
      ).toThrow('cancelled')
    }
  })

  it('are symmetric under swapping the arms and under calling successes failures', () => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        for (const test of [barnardTest, boschlooTest]) {
          const forth = test(control, treatment, 0.05)
          const back = test(treatment, control, 0.05)
          const failures = ({ successes, n }: Proportion) => ({ successes: n - successes, n })
          const turned = test(failures(control), failures(treatment), 0.05)

          expect([back.ok, turned.ok]).toEqual([forth.ok, forth.ok])
          if (!forth.ok || !back.ok || !turned.ok) continue
          expect(Math.abs(back.value.pValueLog10 - forth.value.pValueLog10)).toBeLessThan(TOLERANCE)
          expect(Math.abs(turned.value.pValueLog10 - forth.value.pValueLog10)).toBeLessThan(TOLERANCE)
        }
      }),
      { seed: 28, numRuns: 60 },
    )
  })

  it('never give Boschloo a larger p than twice the one-sided p of Fisher', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (xc, xt) => {
        const [control, treatment] = [
          { successes: xc, n: 30 },
          { successes: xt, n: 30 },
        ]
        const boschloo = boschlooTest(control, treatment, 0.05)
        fc.pre(boschloo.ok)
        const fisher = answered(fisherTest(control, treatment, 0.05))

        // Equal arms make Fisher's distribution symmetric: its two-sided p is twice the one-sided.
        expect(boschloo.value.pValue).toBeLessThanOrEqual(fisher.pValue * (1 + 1e-6))
      }),
      { seed: 29, numRuns: 100 },
    )
  })

  it('are 1 where the rates agree, and say why there is no answer', () => {
    const same = answered(barnardTest({ successes: 5, n: 10 }, { successes: 10, n: 20 }, 0.05))
    const reasons = [
      barnardTest({ successes: 0, n: 10 }, { successes: 0, n: 10 }, 0.05),
      boschlooTest({ successes: 10, n: 10 }, { successes: 9, n: 9 }, 0.05),
      boschlooTest({ successes: 1.5, n: 10 }, { successes: 1, n: 10 }, 0.05),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(same.pValue).toBe(1)
    expect(reasons).toEqual(['zero_variance', 'zero_variance', 'out_of_range'])
  })
})
