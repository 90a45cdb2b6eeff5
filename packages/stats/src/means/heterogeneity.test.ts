import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { heterogeneityTest } from './heterogeneity.ts'

const estimate = fc.record({
  effect: fc.double({ min: -10, max: 10, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 10, noNaN: true }),
})

describe("Cochran's test of equal effects", () => {
  it('finds nothing in effects that are equal', () => {
    const equal = [1, 2, 3].map(variance => ({ effect: 0.5, variance }))

    const test = answered(heterogeneityTest(equal))
    expect(test.statistic).toBeLessThan(1e-30)
    expect(test.pValue).toBeCloseTo(1, 14)
    expect(test.inconsistency).toBe(0)
  })

  it('is the squared z of two effects', () => {
    const test = answered(
      heterogeneityTest([
        { effect: 1, variance: 2 },
        { effect: 4, variance: 7 },
      ]),
    )

    expect(test.statistic).toBeCloseTo(9 / 9, 14)
    expect(test.degreesOfFreedom).toBe(1)
  })

  it('does not change with the unit, the origin or the order of the effects', () => {
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 2, maxLength: 8 }), estimates => {
        const moved = estimates
          .map(({ effect, variance }) => ({ effect: 4 * effect + 8, variance: 16 * variance }))
          .reverse()

        const [one, other] = [answered(heterogeneityTest(estimates)), answered(heterogeneityTest(moved))]

        expect(Math.abs(one.statistic - other.statistic)).toBeLessThan(1e-9 * Math.max(1, one.statistic))
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('says why there is no answer', () => {
    const good = { effect: 1, variance: 1 }
    const reasons = [
      heterogeneityTest([good]),
      heterogeneityTest([good, { effect: 2, variance: 0 }]),
      heterogeneityTest([good, { effect: Number.NaN, variance: 1 }]),
      heterogeneityTest([good, { effect: 2, variance: -1 }]),
    ].map(test => (test.ok ? 'answer' : test.reason))

    expect(reasons).toEqual(['no_degrees_of_freedom', 'zero_variance', 'not_finite', 'out_of_range'])
  })
})
