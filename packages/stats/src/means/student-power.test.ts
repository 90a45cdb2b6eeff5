import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { powerOneSampleT, powerTwoSampleT } from './student-power.ts'

const design = { delta: 1, sigma: 1, alpha: 0.05, sides: 2 } as const

describe('power of t tests', () => {
  it("is R's power.t.test for 20 persons an arm, with and without the other side", () => {
    const both = answered(powerTwoSampleT({ ...design, controlN: 20, treatmentN: 20 }))
    const above = answered(powerTwoSampleT({ ...design, alpha: 0.025, sides: 1, controlN: 20, treatmentN: 20 }))

    // R 4.2.2: power.t.test(n = 20, delta = 1), strict = TRUE and FALSE; its pnt is good to about 1e-12.
    expect(above).toBeCloseTo(0.868952801692498, 10)
    expect(both).toBeCloseTo(0.868953027724586, 10)
    expect(both).toBeGreaterThan(above)
  })

  it('is alpha without an effect, and rises with effect and persons', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.double({ min: 0.01, max: 2, noNaN: true }), (n, delta) => {
        const power = (size: number, effect: number) => answered(powerOneSampleT({ ...design, delta: effect, n: size }))

        expect(power(n, 0)).toBeCloseTo(0.05, 11)
        expect(power(n + 1, delta)).toBeGreaterThanOrEqual(power(n, delta) - 1e-12)
        expect(power(n, 1.1 * delta)).toBeGreaterThanOrEqual(power(n, delta) - 1e-12)
        expect(power(n, -delta)).toBeCloseTo(power(n, delta), 11)
      }),
      { seed: 87, numRuns: 60 },
    )
  })

  it('does not change with the unit, nor when the arms change places', () => {
    const plain = answered(powerTwoSampleT({ ...design, controlN: 30, treatmentN: 12 }))
    const cents = answered(powerTwoSampleT({ ...design, delta: 100, sigma: 100, controlN: 12, treatmentN: 30 }))

    expect(cents).toBeCloseTo(plain, 14)
  })

  it('says why there is no answer', () => {
    const reasons = [
      powerOneSampleT({ ...design, n: 1 }),
      powerTwoSampleT({ ...design, controlN: 1, treatmentN: 1 }),
      powerOneSampleT({ ...design, n: 5, sigma: 0 }),
      powerOneSampleT({ ...design, n: 5, sigma: -1 }),
      powerOneSampleT({ ...design, n: 5, alpha: 0 }),
      powerOneSampleT({ ...design, n: 5, delta: Number.NaN }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'too_few_persons',
      'too_few_persons',
      'zero_variance',
      'out_of_range',
      'out_of_range',
      'not_finite',
    ])
  })
})
