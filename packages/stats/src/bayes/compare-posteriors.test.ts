import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { compareBetaPosteriors, compareGammaPosteriors } from './compare-posteriors.ts'
import { gammaPosterior } from './gamma-poisson.ts'
import { growthbookLiftPosterior } from './growthbook-lift.ts'
import { normalPosterior } from './normal.ts'
import { compareNormalPosteriors } from './normal-comparison.ts'
import type { ComparisonOptions, PosteriorComparison } from './posterior-comparison.ts'

const shape = fc.double({ min: 0.5, max: 5000, noNaN: true })
const beta = fc.record({ a: shape, b: shape })
const gamma = fc.record({ shape, rate: fc.double({ min: 0.1, max: 1000, noNaN: true }) })
const normal = fc.record({
  mean: fc.double({ min: -50, max: 50, noNaN: true }),
  standardError: fc.double({ min: 0.01, max: 10, noNaN: true }),
})
const options = { alpha: 0.05 }
const reasonOf = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? 'answer' : result.reason)

/** What must hold for any two posteriors and their swap. */
function expectMirrored(forth: PosteriorComparison, back: PosteriorComparison, meanDifference: number) {
  const size = forth.upper - forth.lower
  expect(Math.abs(back.lower + forth.upper)).toBeLessThan(1e-8 * size)
  expect(Math.abs(back.effect + forth.effect)).toBeLessThan(1e-8 * size)
  expect(Math.abs(back.probabilityBetterLog10 - forth.probabilityWorseLog10)).toBeLessThan(
    1e-9 * (1 - forth.probabilityWorseLog10),
  )
  expect(forth.probabilityBetter + back.probabilityBetter).toBeCloseTo(1, 10)
  expect(relativeError(back.expectedLossTreatment, forth.expectedLossControl)).toBeLessThan(1e-9)
  const gained = forth.expectedLossControl - forth.expectedLossTreatment
  expect(Math.abs(gained - meanDifference)).toBeLessThan(1e-9 * (size + Math.abs(meanDifference)))
}

describe('comparison of posteriors', () => {
  it('mirrors when the arms change places, and its losses differ by the difference of the means: Beta', () => {
    fc.assert(
      fc.property(beta, beta, (control, treatment) => {
        const forth = answered(compareBetaPosteriors(control, treatment, options))
        const back = answered(compareBetaPosteriors(treatment, control, options))

        expectMirrored(forth, back, treatment.a / (treatment.a + treatment.b) - control.a / (control.a + control.b))
      }),
      { seed: 110, numRuns: 40 },
    )
  })

  it('the same: Gamma', () => {
    fc.assert(
      fc.property(gamma, gamma, (control, treatment) => {
        const forth = answered(compareGammaPosteriors(control, treatment, options))
        const back = answered(compareGammaPosteriors(treatment, control, options))

        expectMirrored(forth, back, treatment.shape / treatment.rate - control.shape / control.rate)
      }),
      { seed: 111, numRuns: 40 },
    )
  })

  it('the same: normal', () => {
    fc.assert(
      fc.property(normal, normal, (control, treatment) => {
        const forth = answered(compareNormalPosteriors(control, treatment, options))
        const back = answered(compareNormalPosteriors(treatment, control, options))

        expectMirrored(forth, back, treatment.mean - control.mean)
      }),
      { seed: 112, numRuns: 100 },
    )
  })

  it('asks the same on both scales: better is better, and a lift does not change with the unit', () => {
    fc.assert(
      fc.property(gamma, gamma, fc.double({ min: 0.1, max: 100, noNaN: true }), (control, treatment, unit) => {
        fc.pre(control.shape > 1.1)
        const relative = { ...options, scale: 'relative' } as const
        const slower = (arm: { shape: number; rate: number }) => ({ ...arm, rate: arm.rate * unit })
        const difference = answered(compareGammaPosteriors(control, treatment, options))
        const lift = answered(compareGammaPosteriors(control, treatment, relative))
        const scaled = answered(compareGammaPosteriors(slower(control), slower(treatment), relative))

        expect(lift.probabilityBetter).toBeCloseTo(difference.probabilityBetter, 11)
        expect(relativeError(1 + scaled.upper, 1 + lift.upper)).toBeLessThan(1e-9)
        expect(relativeError(scaled.expectedLossControl, lift.expectedLossControl)).toBeLessThan(1e-9)
      }),
      { seed: 113, numRuns: 40 },
    )
  })

  it('comes from Beta and Gamma to normal as persons come, on both scales', () => {
    const scales: readonly ComparisonOptions[] = [
      { alpha: 0.05, rope: { lower: -0.001, upper: 0.001 } },
      { alpha: 0.05, scale: 'relative', rope: { lower: -0.01, upper: 0.01 } },
    ]
    for (const asked of scales) {
      const exact = answered(compareBetaPosteriors({ a: 4e6, b: 6e6 }, { a: 4.003e6, b: 6e6 }, asked))
      const rate = (a: number, b: number) => ({
        mean: a / (a + b),
        standardError: Math.sqrt((a * b) / (a + b + 1)) / (a + b),
      })
      const near = answered(compareNormalPosteriors(rate(4e6, 6e6), rate(4.003e6, 6e6), asked))

      expect(Math.abs(near.probabilityBetter - exact.probabilityBetter)).toBeLessThan(1e-5)
      expect(relativeError(near.expectedLossTreatment, exact.expectedLossTreatment)).toBeLessThan(1e-3)
      expect(relativeError(near.upper, exact.upper)).toBeLessThan(1e-3)
      expect(Math.abs(near.ropeProbability! - exact.ropeProbability!)).toBeLessThan(1e-4)
    }
  })

  it('answers for a thousand million persons, and in tails that underflow', () => {
    const million = answered(compareBetaPosteriors({ a: 5e8, b: 5e8 }, { a: 5e8, b: 5e8 }, options))
    const far = answered(compareBetaPosteriors({ a: 1e5, b: 9e5 }, { a: 2e5, b: 8e5 }, options))

    expect(Math.abs(million.probabilityBetter - 0.5)).toBeLessThan(1e-10)
    expect(relativeError(million.upper - million.lower, 2 * 1.959963984540054 * Math.sqrt(0.5 / 1e9))).toBeLessThan(
      1e-7,
    )
    expect(far.probabilityBetter).toBe(1)
    expect(far.probabilityWorseLog10).toBeLessThan(-4000)
    expect(far.expectedLossTreatment).toBe(0)
  })

  it('holds alpha beyond its interval', () => {
    const arms = [
      { a: 3, b: 40 },
      { a: 9, b: 30 },
    ] as const
    const { lower, upper } = answered(compareBetaPosteriors(...arms, options))

    const inside = answered(compareBetaPosteriors(...arms, { ...options, rope: { lower, upper } }))

    expect(inside.ropeProbability).toBeCloseTo(0.95, 11)
    expect(answered(compareBetaPosteriors(...arms, options)).ropeProbability).toBeNull()
  })

  it('says why there is no answer', () => {
    const arm = { a: 2, b: 2 }
    const point = { mean: 1, standardError: 0 }
    const relative = { ...options, scale: 'relative' } as const

    const reasons = [
      compareBetaPosteriors({ a: 0.01, b: 1 }, arm, options),
      compareBetaPosteriors({ a: Number.NaN, b: 1 }, arm, options),
      compareBetaPosteriors({ a: 1, b: 1 }, arm, relative),
      compareBetaPosteriors(arm, arm, { alpha: 0 }),
      compareBetaPosteriors(arm, arm, { alpha: 0.05, rope: { lower: 1, upper: 0 } }),
      compareGammaPosteriors({ shape: 1, rate: 0 }, { shape: 1, rate: 1 }, options),
      compareGammaPosteriors({ shape: 1, rate: 1 }, { shape: 1, rate: 1 }, relative),
      compareNormalPosteriors(point, point, options),
      compareNormalPosteriors({ mean: 1, standardError: 1 }, point, relative),
      compareNormalPosteriors({ mean: 1, standardError: -1 }, point, options),
      compareNormalPosteriors({ mean: Number.NaN, standardError: 1 }, point, options),
      growthbookLiftPosterior({ mean: 0, standardError: 1 }, point, { scale: 'relative', prior: null, alpha: 0.05 }),
    ].map(reasonOf)

    expect(reasons).toEqual([
      'out_of_range',
      'not_finite',
      'unbounded',
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'unbounded',
      'zero_variance',
      'unbounded',
      'out_of_range',
      'not_finite',
      'zero_total',
    ])
  })
})

describe('posteriors', () => {
  it('add events and exposure to a Gamma prior', () => {
    expect(gammaPosterior({ events: 7, exposure: 20 }, { shape: 1.5, rate: 3 })).toEqual({ shape: 8.5, rate: 23 })
  })

  it('weigh a normal prior by precision, and leave the estimate as it is without one', () => {
    const estimate = { mean: 4, standardError: 3 }

    const found = normalPosterior(estimate, { mean: 0, standardError: 4 })

    expect(found.mean).toBeCloseTo(4 * (16 / 25), 14)
    expect(found.standardError).toBeCloseTo(12 / 5, 14)
    expect(normalPosterior(estimate)).toEqual(estimate)
  })
})
