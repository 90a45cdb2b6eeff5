import { describe, expect, it } from 'vitest'
import hazards from '../../fixtures/proportional-hazards.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { proportionalHazardsTest } from './proportional-hazards.ts'

const { durations, events, covariates } = hazards.cases[1]!

describe('check of proportional hazards', () => {
  it('does not change with the unit of time or of a covariate, nor with the order of the covariates', () => {
    const plain = answered(proportionalHazardsTest({ durations, events }, covariates))
    const changed = answered(
      proportionalHazardsTest({ durations: durations.map(t => 24 * t), events }, [
        covariates[1]!.map(x => 10 * x - 3),
        covariates[0]!,
      ]),
    )

    expect(relativeError(changed.whole.chiSquare, plain.whole.chiSquare)).toBeLessThan(1e-7)
    expect(relativeError(changed.perCovariate[0]!.chiSquare, plain.perCovariate[1]!.chiSquare)).toBeLessThan(1e-7)
    expect([plain.whole.degreesOfFreedom, plain.perCovariate[0]!.degreesOfFreedom]).toEqual([2, 1])
  })

  it('is blind to a monotone map of time, on the scale of survival', () => {
    const plain = answered(proportionalHazardsTest({ durations, events }, covariates))
    const cubed = answered(proportionalHazardsTest({ durations: durations.map(t => t ** 3), events }, covariates))
    const clock = answered(proportionalHazardsTest({ durations, events }, covariates, 'identity'))

    expect(relativeError(cubed.whole.chiSquare, plain.whole.chiSquare)).toBeLessThan(1e-10)
    expect(relativeError(clock.whole.chiSquare, plain.whole.chiSquare)).toBeGreaterThan(1e-3)
  })

  it('is one test where there is one covariate', () => {
    const { perCovariate, whole } = answered(proportionalHazardsTest({ durations, events }, [covariates[0]!]))

    expect(relativeError(perCovariate[0]!.chiSquare, whole.chiSquare)).toBeLessThan(1e-12)
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const n = 20_000
    const early = Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n)
    // The treated fail first, then are spared: the ratio turns round.
    const treated = Float64Array.from(early, (t, i) => (t < 0.5 ? (i % 10 ? 1 : 0) : i % 10 ? 0 : 1))

    const test = answered(
      proportionalHazardsTest({ durations: early, events: Array.from(early, () => true) }, [treated]),
    )

    expect(test.whole.pValue).toBe(0)
    expect(test.whole.pValueLog10).toBeLessThan(-400)
  })

  it('says why there is no answer', () => {
    const people = { durations: [1, 1, 2, 2, 3], events: [true, true, false, false, false] }
    const reasons = [
      proportionalHazardsTest(people, [[0, 1, 0, 1, 1]]),
      proportionalHazardsTest(people, [[1, 1, 1, 1, 1]]),
      proportionalHazardsTest(people, [[1, 2]]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['zero_variance', 'no_usable_covariate', 'out_of_range'])
  })
})
