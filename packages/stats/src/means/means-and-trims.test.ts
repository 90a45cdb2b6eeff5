import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import r from '../../fixtures/means-and-ranks.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { momentsOf } from '../moments.ts'
import { equivalenceTest } from './equivalence.ts'
import { pairedTest } from './paired.ts'
import { trimmedTest } from './trimmed.ts'
import { welchTest } from './welch.ts'
import { welchAnova } from './welch-anova.ts'

/** R's p-values in the far tail differ from ours by the rounding of t, times t^2. */
const R_TOLERANCE = 1e-10

const CONTROL = [1.2, 2.3, 3.1, 4.8, 5.5, 6.1, 7.7]
const TREATMENT = [2.9, 4.1, 5.9, 6.6, 8.2, 9.3, 10.4, 3.3]
const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 40 })

describe('equivalence of two means', () => {
  it.each(r.two)('matches two one-sided t tests of R for $control', ({ control, treatment, equivalence }) => {
    for (const oracle of equivalence) {
      const test = answered(equivalenceTest(momentsOf(control), momentsOf(treatment), oracle.margin, oracle.alpha))

      expect(relativeError(test.pValue, oracle.pValue)).toBeLessThan(R_TOLERANCE)
      expect(relativeError(test.lower, oracle.interval[0]!)).toBeLessThan(R_TOLERANCE)
      expect(relativeError(test.upper, oracle.interval[1]!)).toBeLessThan(R_TOLERANCE)
    }
  })

  it('gives the values printed for 10 ± 3 against 10.8 ± 3.4 with margin 1.5', () => {
    const control = { n: 200, mean: 10, m2: 9 * 199 }
    const test = answered(equivalenceTest(control, { n: 180, mean: 10.8, m2: 3.4 ** 2 * 179 }, 1.5, 0.05))

    expect([test.lower.toFixed(3), test.upper.toFixed(3), test.statistic.toFixed(4)]).toEqual([
      '0.255',
      '1.345',
      '-2.1181',
    ])
    expect([test.pValue.toFixed(6), test.power.toFixed(3), test.cohensD.toFixed(4)]).toEqual([
      '0.017427',
      '0.996',
      '0.2503',
    ])
    expect(test.level).toBe(0.9)
  })

  it('is found exactly when the interval lies within the margin', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 2000 }), (control, treatment, margin) => {
        const test = equivalenceTest(momentsOf(control), momentsOf(treatment), margin, 0.05)
        fc.pre(test.ok)

        const inside = -margin < test.value.lower && test.value.upper < margin

        expect(test.value.pValue < 0.05).toBe(inside)
      }),
      { seed: 32, numRuns: 200 },
    )
  })

  it('keeps the logarithm of a p-value that underflows, and has no negative power', () => {
    const arm = { n: 1e6, mean: 0, m2: 1e6 }
    const sure = answered(equivalenceTest(arm, arm, 0.1, 0.05))
    const hopeless = answered(equivalenceTest({ n: 5, mean: 0, m2: 4 }, { n: 5, mean: 9, m2: 4 }, 0.1, 0.05))

    expect([sure.pValue, sure.power]).toEqual([0, 1])
    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(hopeless.power).toBe(0)
  })

  it('says why there is no answer', () => {
    const arm = { n: 5, mean: 0, m2: 4 }
    const reasons = [
      equivalenceTest(arm, arm, 0, 0.05),
      equivalenceTest(arm, arm, 1, 0.5),
      equivalenceTest({ ...arm, n: 1 }, arm, 1, 0.05),
      equivalenceTest({ ...arm, m2: 0 }, { ...arm, m2: 0 }, 1, 0.05),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['out_of_range', 'out_of_range', 'too_few_persons', 'zero_variance'])
  })
})

describe('trimmed t test', () => {
  it.each(r.two)("matches Yuen's formula in R for $control", ({ control, treatment, alpha, trimmed }) => {
    for (const oracle of trimmed) {
      const test = answered(trimmedTest(control, treatment, { trim: oracle.trim, alpha }))

      const errors = (['effect', 'degreesOfFreedom', 'statistic', 'pValue', 'lower', 'upper'] as const).map(field =>
        relativeError(test[field], oracle[field]),
      )
      expect(Math.max(...errors)).toBeLessThan(R_TOLERANCE)
    }
  })

  it('gives the values printed for a trim of 0.2', () => {
    const test = answered(trimmedTest(CONTROL, TREATMENT, { trim: 0.2, alpha: 0.05 }))

    expect([test.effect, test.lower, test.upper, test.statistic].map(x => x.toFixed(4))).toEqual([
      '1.8733',
      '-1.6205',
      '5.3672',
      '1.2169',
    ])
    expect(test.pValue.toFixed(6)).toBe('0.255226')
  })

  it('is Welch without a trim, and blind to how far the cut values lie out', () => {
    const plain = answered(trimmedTest(CONTROL, TREATMENT, { trim: 0, alpha: 0.05 }))
    const welch = answered(welchTest(momentsOf(CONTROL), momentsOf(TREATMENT), 0.05))
    const near = answered(trimmedTest(CONTROL, TREATMENT, { trim: 0.2, alpha: 0.05 }))
    const far = answered(trimmedTest([...CONTROL.slice(0, 6), 1e9], TREATMENT, { trim: 0.2, alpha: 0.05 }))

    expect(relativeError(plain.pValue, welch.pValue)).toBeLessThan(1e-12)
    expect(far).toEqual(near)
  })

  it('says why there is no answer', () => {
    const reasons = [
      trimmedTest([], TREATMENT, { trim: 0.2, alpha: 0.05 }),
      trimmedTest([1, 2, 3], TREATMENT, { trim: 0.4, alpha: 0.05 }),
      trimmedTest([1, 2, 2, 2, 9], [0, 3, 3, 3, 9], { trim: 0.2, alpha: 0.05 }),
      trimmedTest([1, Number.NaN], TREATMENT, { trim: 0, alpha: 0.05 }),
      trimmedTest(CONTROL, TREATMENT, { trim: 0.5, alpha: 0.05 }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['too_few_persons', 'too_few_persons', 'zero_variance', 'not_finite', 'out_of_range'])
  })
})

describe('paired t test', () => {
  it.each(r.pairs)('matches t.test(paired = TRUE) for $control', ({ control, treatment, t }) => {
    const test = answered(pairedTest(control, treatment, 0.05))

    expect(relativeError(test.effect, t.effect)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.statistic, t.statistic)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.pValue, t.pValue)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.lower, t.interval[0]!)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.upper, t.interval[1]!)).toBeLessThan(R_TOLERANCE)
  })

  it('gives the values printed for eight pairs', () => {
    const test = answered(pairedTest([5, 6, 7, 8, 6, 5, 9, 4], [6, 8, 7, 9, 8, 5, 11, 6], 0.05))

    expect([test.effect, test.lower, test.upper, test.statistic, test.effectSize].map(x => x.toFixed(4))).toEqual([
      '1.2500',
      '0.5089',
      '1.9911',
      '3.9886',
      '1.4102',
    ])
    expect(test.pValue.toFixed(6)).toBe('0.005266')
  })

  it('says why there is no answer', () => {
    const reasons = [
      pairedTest([1, 2], [1], 0.05),
      pairedTest([1], [2], 0.05),
      pairedTest([1, 2, 3], [2, 3, 4], 0.05),
      pairedTest([1, Number.POSITIVE_INFINITY], [2, 3], 0.05),
      pairedTest([1, 2], [2, 4], 1),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['out_of_range', 'too_few_persons', 'zero_variance', 'not_finite', 'out_of_range'])
  })

  it('changes sign when the arms change places', () => {
    fc.assert(
      fc.property(values, control => {
        const treatment = control.map((value, i) => value + ((i * 7) % 5))
        const forth = answered(pairedTest(control, treatment, 0.05))
        const back = answered(pairedTest(treatment, control, 0.05))

        expect([back.effect, back.lower, back.pValue]).toEqual([-forth.effect, -forth.upper, forth.pValue])
      }),
      { seed: 33, numRuns: 100 },
    )
  })
})

describe('Welch analysis of variance', () => {
  it.each(r.groups)('matches oneway.test for case %#', ({ groups, welch }) => {
    const test = answered(welchAnova(groups.map(momentsOf)))

    expect(relativeError(test.statistic, welch.statistic)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.degreesOfFreedom[1], welch.degreesOfFreedom[1]!)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.pValue, welch.pValue)).toBeLessThan(R_TOLERANCE)
  })

  it('gives the values printed for three groups', () => {
    const test = answered(
      welchAnova(
        [
          [1, 2, 3, 4],
          [2, 3, 4, 6],
          [5, 6, 7, 9],
        ].map(momentsOf),
      ),
    )

    expect([test.statistic.toFixed(4), test.degreesOfFreedom[1].toFixed(4)]).toEqual(['7.1189', '5.8824'])
    expect([test.pValue.toFixed(6), test.etaSquared.toFixed(4)]).toEqual(['0.026864', '0.6291'])
  })

  it("is Welch's t squared for two arms", () => {
    fc.assert(
      fc.property(values, values, (control, treatment) => {
        const arms = [momentsOf(control), momentsOf(treatment)] as const
        fc.pre(arms.every(arm => arm.m2 > 0))
        const anova = answered(welchAnova(arms))
        const t = answered(welchTest(...arms, 0.05))

        expect(Math.abs(anova.statistic - t.statistic ** 2)).toBeLessThan(1e-10 * (1 + t.statistic ** 2))
        expect(Math.abs(anova.pValueLog10 - t.pValueLog10)).toBeLessThan(1e-9 * (1 + t.statistic ** 2))
      }),
      { seed: 34, numRuns: 100 },
    )
  })

  it('keeps the logarithm of a p-value that underflows, and says why there is no answer', () => {
    const arm = (mean: number) => ({ n: 1e6, mean, m2: 1e6 })
    const sure = answered(welchAnova([arm(0), arm(1), arm(2)]))
    const reasons = [
      welchAnova([arm(0)]),
      welchAnova([arm(0), { n: 1, mean: 0, m2: 0 }]),
      welchAnova([arm(0), { n: 9, mean: 0, m2: 0 }]),
      welchAnova([arm(0), { n: 9, mean: Number.NaN, m2: 1 }]),
      welchAnova([arm(0), { n: 9, mean: 0, m2: -1 }]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(sure.pValue).toBe(0)
    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(reasons).toEqual(['no_degrees_of_freedom', 'too_few_persons', 'zero_variance', 'not_finite', 'out_of_range'])
  })
})
