import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import r from '../../fixtures/survival.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { fitCox, hazardRatioTest } from './cox.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { logRankTest } from './log-rank.ts'
import { restrictedMean, restrictedMeanTest } from './restricted-mean.ts'
import type { SurvivalArm } from './survival-arm.ts'

const TOLERANCE = 1e-10
const ITERATIVE = 1e-8

const CONTROL = arm([1, 3, 5, 7, 9, 11], [1, 1, 0, 1, 1, 0])
const TREATMENT = arm([2, 6, 8, 10, 12, 14], [1, 0, 1, 1, 0, 1])

const persons = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1 })), { minLength: 3, maxLength: 40 })
  .map(rows =>
    arm(
      rows.map(row => row[0]),
      rows.map(row => row[1]),
    ),
  )

describe('Kaplan-Meier curve', () => {
  it.each(r.cases)('matches survfit with log-log bands for case %#', ({ arms, curve }) => {
    const { steps } = answered(kaplanMeier(arms[0]!, 0.05))

    expect(steps.map(step => step.time)).toEqual(curve.time)
    expect(steps.map(step => step.atRisk)).toEqual(curve.atRisk)
    steps.forEach((step, i) => {
      expect(Math.abs(step.survival - curve.survival[i]!)).toBeLessThan(1e-13)
      expect(Math.abs(step.lower - curve.lower[i]!)).toBeLessThan(1e-12)
      expect(Math.abs(step.upper - curve.upper[i]!)).toBeLessThan(1e-12)
      if (step.survival > 0) expect(relativeError(step.standardError, Number(curve.error[i]))).toBeLessThan(TOLERANCE)
    })
  })

  it('has a median, and none where half never had the event', () => {
    const all = answered(kaplanMeier(arm([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]), 0.05))
    const few = answered(kaplanMeier(arm([1, 9, 9, 9, 9], [1, 0, 0, 0, 0]), 0.05))

    expect(all.median).toBe(3)
    expect([few.median, few.medianUpper]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect(all.medianLower).toBeLessThanOrEqual(all.median)
    expect(all.steps.at(-1)).toMatchObject({ survival: 0, lower: 0, upper: 0 })
  })

  it('falls from 1 within bands between 0 and 1, and is the empirical share without censoring', () => {
    fc.assert(
      fc.property(persons, people => {
        const curve = kaplanMeier(people, 0.05)
        fc.pre(curve.ok)
        const durations = Array.from(people.durations)
        const complete = answered(kaplanMeier({ durations, events: durations.map(() => true) }, 0.05))

        curve.value.steps.reduce((before, step) => {
          expect(step.survival).toBeLessThan(before)
          expect(0 <= step.lower && step.lower <= step.survival + 1e-15).toBe(true)
          expect(step.survival - 1e-15 <= step.upper && step.upper <= 1).toBe(true)
          return step.survival
        }, 1)
        for (const step of complete.steps) {
          expect(step.survival).toBeCloseTo(durations.filter(d => d > step.time).length / durations.length, 12)
        }
      }),
      { seed: 51, numRuns: 100 },
    )
  })
})

describe('log-rank test and its weighted family', () => {
  it.each(r.cases)('match survdiff for case %#', oracle => {
    const logRank = answered(logRankTest(oracle.arms))
    const early = answered(logRankTest(oracle.arms, { rho: 1, gamma: 0 }))
    const middle = answered(logRankTest(oracle.arms, { rho: 1, gamma: 1 }))
    const late = answered(logRankTest(oracle.arms, { rho: 0, gamma: 0.5 }))

    expect(relativeError(logRank.chiSquare, oracle.logRank.chiSquare)).toBeLessThan(TOLERANCE)
    expect(logRank.observed).toEqual(oracle.logRank.observed)
    oracle.logRank.expected.forEach((expected, i) => {
      expect(relativeError(logRank.expected[i]!, expected)).toBeLessThan(TOLERANCE)
    })
    expect(relativeError(early.chiSquare, oracle.flemingHarrington10)).toBeLessThan(TOLERANCE)
    expect(relativeError(middle.chiSquare, oracle.flemingHarrington11)).toBeLessThan(ITERATIVE)
    expect(relativeError(late.chiSquare, oracle.flemingHarrington05)).toBeLessThan(ITERATIVE)
  })

  it('give the values printed for six persons an arm', () => {
    const logRank = answered(logRankTest([CONTROL, TREATMENT]))
    const early = answered(logRankTest([CONTROL, TREATMENT], { rho: 1, gamma: 0 }))

    expect([logRank.chiSquare.toFixed(4), logRank.pValue.toFixed(6)]).toEqual(['0.7823', '0.376445'])
    expect(logRank.expected.map(x => x.toFixed(4))).toEqual(['2.8665', '5.1335'])
    expect([early.chiSquare.toFixed(4), early.pValue.toFixed(6)]).toEqual(['0.8937', '0.344489'])
  })

  it('do not depend on the order of the arms, nor on the unit of time', () => {
    fc.assert(
      fc.property(persons, persons, persons, (a, b, c) => {
        const plain = logRankTest([a, b, c])
        fc.pre(plain.ok)
        const days = (people: SurvivalArm) => ({
          durations: Array.from(people.durations, d => d * 24),
          events: people.events,
        })
        const turned = answered(logRankTest([days(c), days(a), days(b)]))

        expect(Math.abs(turned.chiSquare - plain.value.chiSquare)).toBeLessThan(1e-8 * (1 + plain.value.chiSquare))
        expect(plain.value.expected.reduce((sum, e) => sum + e, 0)).toBeCloseTo(
          plain.value.observed.reduce((sum, o) => sum + o, 0),
          9,
        )
      }),
      { seed: 52, numRuns: 100 },
    )
  })

  it('keep the logarithm of a p-value that underflows', () => {
    const early = arm(
      ramp(4000, 0),
      ramp(4000, 0).map(() => 1),
    )
    const late = arm(
      ramp(4000, 5000),
      ramp(4000, 0).map(() => 1),
    )

    const test = answered(logRankTest([early, late]))

    expect(test.pValue).toBe(0)
    expect(test.pValueLog10).toBeLessThan(-400)
  })

  it('say why there is no answer', () => {
    const reasons = [
      logRankTest([CONTROL]),
      logRankTest([CONTROL, arm([], [])]),
      logRankTest([arm([1, 2], [0, 0]), arm([1, 2], [0, 0])]),
      logRankTest([arm([1, 2], [0, 0]), arm([3, 4], [1, 1])]),
      logRankTest([arm([1, -2], [0, 0]), CONTROL]),
      logRankTest([arm([1, Number.NaN], [0, 0]), CONTROL]),
      logRankTest([{ durations: [1], events: [] }, CONTROL]),
      logRankTest([CONTROL, TREATMENT], { rho: -1, gamma: 0 }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'no_degrees_of_freedom',
      'too_few_persons',
      'zero_total',
      'zero_variance',
      'out_of_range',
      'not_finite',
      'out_of_range',
      'out_of_range',
    ])
  })
})

describe('restricted mean survival time', () => {
  it.each(r.cases)('matches survfit for case %#', ({ arms, horizon, rmst }) => {
    rmst.forEach((oracle, i) => {
      const { mean, variance } = answered(restrictedMean(arms[i]!, horizon))

      expect(relativeError(mean, oracle.mean)).toBeLessThan(TOLERANCE)
      expect(relativeError(Math.sqrt(variance), oracle.se)).toBeLessThan(TOLERANCE)
    })
  })

  it('is the horizon where nobody had the event, and changes sign with the arms', () => {
    const nobody = answered(restrictedMean(arm([5, 6], [0, 0]), 4))
    const forth = answered(restrictedMeanTest(CONTROL, TREATMENT, { horizon: 10, alpha: 0.05 }))
    const back = answered(restrictedMeanTest(TREATMENT, CONTROL, { horizon: 10, alpha: 0.05 }))

    expect(nobody).toEqual({ mean: 4, variance: 0 })
    expect([back.effect, back.lower, back.pValue]).toEqual([-forth.effect, -forth.upper, forth.pValue])
  })

  it('says why there is no answer', () => {
    const reasons = [
      restrictedMean(CONTROL, 12),
      restrictedMean(CONTROL, 0),
      restrictedMean(arm([], []), 1),
      restrictedMeanTest(arm([5], [0]), arm([6], [0]), { horizon: 2, alpha: 0.05 }),
      restrictedMeanTest(CONTROL, TREATMENT, { horizon: 2, alpha: 1 }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['out_of_range', 'out_of_range', 'too_few_persons', 'zero_variance', 'out_of_range'])
  })
})

describe('Cox model', () => {
  it.each(r.cases)('matches coxph with Efron ties for case %#', ({ arms, cox, tied }) => {
    const test = answered(hazardRatioTest(arms[0]!, arms[1]!, 0.05))

    expect(Math.abs(test.effect - cox.beta)).toBeLessThan(ITERATIVE * cox.se)
    expect(relativeError(test.standardError, cox.se)).toBeLessThan(ITERATIVE)
    expect(test.hazardRatio).toBe(Math.exp(test.effect))
    if (!tied) expect(relativeError(test.proportionalityP, cox.zph)).toBeLessThan(1e-5)
  })

  it.each(r.cases)('matches coxph with a second covariate for case %#', ({ arms, adjusted, cox }) => {
    const [control, treatment] = [arms[0]!, arms[1]!]
    const people = {
      durations: [...control.durations, ...treatment.durations],
      events: [...control.events, ...treatment.events],
    }
    const treated = people.durations.map((_, i) => (i < control.durations.length ? 0 : 1))
    const fit = answered(fitCox(people, [treated, adjusted.z]))

    adjusted.beta.forEach((beta, j) => {
      expect(Math.abs(fit.coefficients[j]! - beta)).toBeLessThan(ITERATIVE * adjusted.se[j]!)
      expect(relativeError(fit.standardErrors[j]!, adjusted.se[j]!)).toBeLessThan(ITERATIVE)
    })
    expect(relativeError(fit.nullLogLikelihood, cox.logLikelihood[0]!)).toBeLessThan(TOLERANCE)
  })

  it('gives the values printed for six persons an arm', () => {
    const test = answered(hazardRatioTest(CONTROL, TREATMENT, 0.05))

    expect([test.hazardRatio, test.hazardRatioLower, test.hazardRatioUpper].map(x => x.toFixed(4))).toEqual([
      '0.5091',
      '0.1111',
      '2.3326',
    ])
    expect([test.effect.toFixed(6), test.standardError.toFixed(5), test.pValue.toFixed(6)]).toEqual([
      '-0.675173',
      '0.77663',
      '0.384649',
    ])
  })

  it('turns over when the arms change places, and is blind to a monotone map of time', () => {
    fc.assert(
      fc.property(persons, persons, (control, treatment) => {
        const forth = hazardRatioTest(control, treatment, 0.05)
        fc.pre(forth.ok)
        const back = answered(hazardRatioTest(treatment, control, 0.05))
        const cubed = (people: SurvivalArm) => ({
          durations: Array.from(people.durations, d => d ** 3),
          events: people.events,
        })
        const mapped = answered(hazardRatioTest(cubed(control), cubed(treatment), 0.05))

        expect(back.effect + forth.value.effect).toBeCloseTo(0, 7)
        expect(mapped.effect).toBeCloseTo(forth.value.effect, 9)
      }),
      { seed: 53, numRuns: 100 },
    )
  })

  it('says why there is no answer', () => {
    const reasons = [
      hazardRatioTest(arm([1, 2], [1, 1]), arm([3, 4], [0, 0]), 0.05),
      hazardRatioTest(arm([1, 2], [0, 0]), arm([3, 4], [0, 0]), 0.05),
      hazardRatioTest(arm([1, 2], [0, 0]), arm([3, 4], [1, 1]), 0.05),
      hazardRatioTest(CONTROL, TREATMENT, 0),
      fitCox(CONTROL, [[1, 1, 1, 1, 1, 1]]),
      fitCox(CONTROL, [
        [1, 2, 3, 4, 5, 7],
        [2, 4, 6, 8, 10, 14],
      ]),
      fitCox(CONTROL, [[1, 2]]),
      fitCox(CONTROL, [[1, 2, 3, 4, 5, Number.NaN]]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'unbounded',
      'zero_total',
      'no_usable_covariate',
      'out_of_range',
      'no_usable_covariate',
      'no_usable_covariate',
      'out_of_range',
      'not_finite',
    ])
  })
})

function arm(durations: readonly number[], events: readonly number[]): SurvivalArm {
  return { durations, events: events.map(event => event === 1) }
}

function ramp(n: number, from: number): number[] {
  return Array.from({ length: n }, (_, i) => from + i)
}
