import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import gbstats from '../../fixtures/gbstats-welch.json' with { type: 'json' }
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import r from '../../fixtures/welch.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import type { Moments } from '../moments.ts'
import { momentsOf } from '../moments.ts'
import { welchTest } from './welch.ts'

/** R's inputs and outputs stand in the fixture with 15 digits. */
const R_TOLERANCE = 1e-10

const moments = fc
  .tuple(
    fc.integer({ min: 2, max: 1_000_000 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  )
  .map(([n, mean, variance]): Moments => ({ n, mean, m2: variance * (n - 1) }))

describe('Welch test', () => {
  it.each(r.cases)('matches t.test for $control.n against $treatment.n at $alpha', oracle => {
    const test = answered(welchTest(oracle.control, oracle.treatment, oracle.alpha))

    const { control, treatment, alpha, ...expected } = oracle
    const cancelled = Math.abs(control.mean / expected.effect)
    const errors = Object.entries(expected).map(([field, value]) => {
      const actual = test[field as keyof typeof expected]
      const scale = field === 'lower' || field === 'upper' ? Math.abs(value) / Math.abs(expected.effect) : 1
      return relativeError(actual, value) * Math.min(1, scale)
    })
    expect(Math.max(...errors)).toBeLessThan(R_TOLERANCE * Math.max(1, cancelled / 1000))
  })

  it.each(classic.welch)("matches t.test on Student's sleep data", oracle => {
    const test = answered(welchTest(momentsOf(oracle.control), momentsOf(oracle.treatment), 0.05))

    expect(relativeError(test.statistic, oracle.statistic)).toBeLessThan(1e-13)
    expect(relativeError(test.degreesOfFreedom, oracle.parameter)).toBeLessThan(1e-13)
    expect(relativeError(test.pValue, oracle.p)).toBeLessThan(1e-12)
    expect(relativeError(test.lower, oracle.ci[0]!)).toBeLessThan(1e-12)
    expect(relativeError(test.upper, oracle.ci[1]!)).toBeLessThan(1e-12)
  })

  it.each(gbstats.cases)('matches the five decimals of $name', ({ a, b, alpha, expected }) => {
    const arm = ({ n, sum, sum_squares }: typeof a) => ({ n, mean: sum / n, m2: sum_squares - sum ** 2 / n })
    const test = answered(welchTest(arm(a), arm(b), alpha))

    expect(
      [test.effect, test.lower, test.upper, test.standardError, test.pValue].map(x => Number(x.toFixed(5))),
    ).toEqual([expected.lift, expected.ci[0], expected.ci[1], expected.se, expected.p])
  })

  it('gives the values printed for 10 ± 3 against 10.8 ± 3.4', () => {
    const test = answered(
      welchTest({ n: 200, mean: 10, m2: 9 * 199 }, { n: 180, mean: 10.8, m2: 3.4 ** 2 * 179 }, 0.05),
    )

    const printed = [test.lower, test.upper, test.statistic].map(x => x.toFixed(4))

    expect(printed).toEqual(['0.1501', '1.4499', '2.4207'])
    expect(relativeError(test.pValue, 0.0159875002962306)).toBeLessThan(1e-13)
    expect(test.power.toFixed(3)).toBe('0.675')
  })

  it('says why there is no answer', () => {
    const constant = { n: 9, mean: 2, m2: 0 }
    const varied = { n: 9, mean: 2, m2: 5 }
    const ask = (control: Moments, treatment: Moments, alpha = 0.05) => {
      const result = welchTest(control, treatment, alpha)
      return result.ok ? 'answer' : result.reason
    }

    const reasons = [
      ask(constant, constant),
      ask({ n: 1, mean: 1, m2: 0 }, varied),
      ask(varied, { n: 9, mean: Number.NaN, m2: 1 }),
      ask(varied, { n: 9, mean: 1, m2: -1 }),
      ask(varied, varied, 1),
      ask(constant, varied),
    ]

    expect(reasons).toEqual([
      'zero_variance',
      'too_few_persons',
      'not_finite',
      'out_of_range',
      'out_of_range',
      'answer',
    ])
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const test = answered(welchTest({ n: 1e6, mean: 0, m2: 1e6 }, { n: 1e6, mean: 0.1, m2: 1e6 }, 0.05))

    expect(test.pValue).toBe(0)
    expect(test.pValueLog10).toBeLessThan(-1000)
    expect(test.power).toBe(1)
  })

  it('is symmetric under swapping the arms, and blind to shift and scale', () => {
    fc.assert(
      fc.property(moments, moments, fc.double({ min: 0.01, max: 100, noNaN: true }), (control, treatment, factor) => {
        const test = answered(welchTest(control, treatment, 0.05))
        const swapped = answered(welchTest(treatment, control, 0.05))
        const stretched = answered(
          welchTest(
            { n: control.n, mean: control.mean * factor, m2: control.m2 * factor ** 2 },
            { n: treatment.n, mean: treatment.mean * factor, m2: treatment.m2 * factor ** 2 },
            0.05,
          ),
        )

        expect(swapped.statistic).toBe(-test.statistic)
        expect(swapped.pValueLog10).toBe(test.pValueLog10)
        expect(relativeError(stretched.degreesOfFreedom, test.degreesOfFreedom)).toBeLessThan(1e-12)
        expect(Math.abs(stretched.effect - factor * test.effect)).toBeLessThan(1e-9 * factor)
      }),
      { seed: 31, numRuns: 200 },
    )
  })
})
