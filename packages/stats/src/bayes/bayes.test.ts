import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import oracle from '../../fixtures/beta-greater.json' with { type: 'json' }
import { betaPosterior, probabilityBetaGreater } from './beta-binomial.ts'
import { probabilityNormalGreater } from './normal.ts'

type Counts = [successes: number, n: number, successes: number, n: number]

/** Absolute: the answer is a probability that is read near 0.95. */
const TOLERANCE = 1e-12

describe('probability that one rate beats another', () => {
  it.each(oracle.cases as [Counts, number][])('matches the exact sum for %j', ([xc, nc, xt, nt], expected) => {
    const probability = probabilityBetaGreater({ successes: xc, n: nc }, { successes: xt, n: nt })

    expect(Math.abs(probability - expected)).toBeLessThan(TOLERANCE)
  })

  it('is one half for equal arms, and the complement for swapped ones', () => {
    const arm = fc.integer({ min: 1, max: 100_000 }).chain(n => fc.record({ n: fc.constant(n), successes: fc.nat(n) }))

    fc.assert(
      fc.property(arm, arm, (control, treatment) => {
        const forth = probabilityBetaGreater(control, treatment)
        const back = probabilityBetaGreater(treatment, control)

        expect(forth + back).toBeCloseTo(1, 11)
        expect(probabilityBetaGreater(control, control)).toBeCloseTo(0.5, 11)
      }),
      { seed: 61, numRuns: 40 },
    )
  })

  it('adds the prior to the counts', () => {
    const flat = probabilityBetaGreater({ successes: 3, n: 10 }, { successes: 6, n: 12 }, { a: 3, b: 5 })
    const counted = probabilityBetaGreater({ successes: 5, n: 16 }, { successes: 8, n: 18 })

    expect(betaPosterior({ successes: 3, n: 10 }, { a: 3, b: 5 })).toEqual({ a: 6, b: 12 })
    expect(flat).toBe(counted)
  })

  it('holds for priors below one', () => {
    const probability = probabilityBetaGreater({ successes: 0, n: 0 }, { successes: 0, n: 0 }, { a: 0.05, b: 0.05 })

    expect(probability).toBeCloseTo(0.5, 10)
  })

  it('has no value without proper posteriors', () => {
    expect(probabilityBetaGreater({ successes: 0, n: 0 }, { successes: 1, n: 2 }, { a: 0, b: 1 })).toBeNaN()
    expect(probabilityBetaGreater({ successes: 0, n: 4 }, { successes: 1, n: 4 }, { a: 0.01, b: 1 })).toBeNaN()
  })
})

describe('probability that one mean beats another', () => {
  it('is the normal distribution function of the standardized difference', () => {
    const probability = probabilityNormalGreater({ mean: 1, standardError: 3 }, { mean: 2, standardError: 4 })

    expect(probability).toBeCloseTo(0.579259709439103, 14)
  })

  it('is certain, or even, without any spread', () => {
    const at = (mean: number) => probabilityNormalGreater({ mean: 1, standardError: 0 }, { mean, standardError: 0 })

    expect([at(2), at(1), at(0)]).toEqual([1, 0.5, 0])
  })
})
