import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { crossMomentsOf, mergeCrossMoments } from '../cross-moments.ts'
import type { RateError } from './overdispersed-rate.ts'
import { overdispersedRateTest } from './overdispersed-rate.ts'

const ERRORS: readonly RateError[] = ['robust', 'quasi_poisson']
const persons = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 })), {
  minLength: 5,
  maxLength: 40,
})
const armOf = (rows: readonly (readonly [number, number])[], unit = 1) =>
  crossMomentsOf([rows.map(row => row[0]), rows.map(row => row[1] * unit)])

describe('overdispersed rates', () => {
  it.each(ERRORS)('%s: the same from merged halves, and turned over with the arms', error => {
    fc.assert(
      fc.property(persons, persons, persons, (first, second, treatment) => {
        const options = { alpha: 0.05, error }
        const whole = overdispersedRateTest(armOf([...first, ...second]), armOf(treatment), options)
        fc.pre(whole.ok)
        const merged = mergeCrossMoments(armOf(first), armOf(second))
        const again = answered(overdispersedRateTest(merged, armOf(treatment), options))
        const back = answered(overdispersedRateTest(armOf(treatment), merged, options))

        expect(relativeError(again.standardError, whole.value.standardError)).toBeLessThan(1e-9)
        expect(relativeError(1 / back.rateRatioUpper, again.rateRatioLower)).toBeLessThan(1e-12)
        expect([back.effect, back.pValue]).toEqual([-again.effect, again.pValue])
      }),
      { seed: 101, numRuns: 100 },
    )
  })

  it.each(ERRORS)('%s: the ratio does not change with the unit of exposure', error => {
    fc.assert(
      fc.property(persons, persons, fc.integer({ min: 2, max: 365 }), (control, treatment, unit) => {
        const plain = overdispersedRateTest(armOf(control), armOf(treatment), { alpha: 0.05, error })
        fc.pre(plain.ok)
        const days = answered(
          overdispersedRateTest(armOf(control, unit), armOf(treatment, unit), { alpha: 0.05, error }),
        )

        expect(relativeError(days.rateRatioLower, plain.value.rateRatioLower)).toBeLessThan(1e-10)
        expect(relativeError(days.dispersion, plain.value.dispersion)).toBeLessThan(1e-9)
        expect(relativeError(days.pValue, plain.value.pValue)).toBeLessThan(1e-7)
      }),
      { seed: 102, numRuns: 100 },
    )
  })

  it('see through events that come in bunches, where a Poisson error would not', () => {
    const arm = (heavy: number) => armOf(Array.from({ length: 1000 }, (_, i) => [i < heavy ? 50 : 0, 1] as const))

    const test = answered(overdispersedRateTest(arm(10), arm(16), { alpha: 0.05, error: 'robust' }))

    expect(test.dispersion).toBeGreaterThan(40)
    expect(test.pValue).toBeGreaterThan(0.1)
    expect(test.rateRatio).toBeCloseTo(1.6, 12)
  })

  it('keep the logarithm of a p-value that underflows, and say why there is no answer', () => {
    const options = { alpha: 0.05, error: 'robust' } as const
    const arm = (rate: number) => ({ n: 1e6, means: [rate, 1], products: [1e6, 0, 0, 0] })
    const sure = answered(overdispersedRateTest(arm(1), arm(2), options))

    const reasons = [
      overdispersedRateTest({ ...arm(1), n: 1 }, arm(1), options),
      overdispersedRateTest(arm(0), arm(1), options),
      overdispersedRateTest(arm(-1), arm(1), options),
      overdispersedRateTest({ ...arm(1), products: [0, 0, 0, 0] }, { ...arm(1), products: [0, 0, 0, 0] }, options),
      overdispersedRateTest({ ...arm(1), means: [1, 0] }, arm(1), options),
      overdispersedRateTest({ ...arm(1), means: [Number.NaN, 1] }, arm(1), options),
      overdispersedRateTest(arm(1), arm(1), { ...options, alpha: 1 }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(reasons).toEqual([
      'too_few_persons',
      'zero_total',
      'out_of_range',
      'zero_variance',
      'zero_total',
      'not_finite',
      'out_of_range',
    ])
  })
})
