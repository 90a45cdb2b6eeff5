import {
  crossMomentsOf,
  fitAncova,
  momentsOf,
  normalUpperQuantile,
  welchFromVariances,
  welchTest,
} from '@verdict/stats'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import type { Readout, ReadoutCell } from '../../event-store/event-store.ts'
import { parserOf } from '../../http/validation.ts'
import { ExperimentInput, type ExperimentPayload } from '../projects/experiment-input.ts'
import type { Project } from '../projects/project.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { estimatorTests } from './estimators.ts'
import { inPlannedUnits } from './planned-units.ts'

interface Person {
  readonly arm: number
  readonly outcome: number
  readonly covariate: number | null
  readonly stratum: string | null
}

const parse = parserOf(ExperimentInput, 'body')

function projectBy(estimator: string, metricType = 'continuous'): Project {
  const payload = structuredClone(EXAMPLE_PROJECT) as unknown as { metrics: object; decision_policy: object }
  Object.assign(payload.metrics, { metric_type: metricType, baseline_value: 0.5, std_dev: 1 })
  payload.decision_policy = { estimator }
  return { id: 'x', payload: parse(payload) as ExperimentPayload } as Project
}

function readoutOf(persons: readonly Person[]): Readout {
  const keys = [
    ...new Set(persons.map(({ arm, stratum, covariate }) => JSON.stringify([arm, stratum, covariate !== null]))),
  ]
  const cells: ReadoutCell[] = keys.map(key => {
    const [arm, stratum, hasAll] = JSON.parse(key) as [number, string | null, boolean]
    const own = persons.filter(
      each => each.arm === arm && each.stratum === stratum && (each.covariate !== null) === hasAll,
    )
    const outcomes = own.map(({ outcome }) => outcome)
    return {
      arm,
      stratum,
      quarter: null,
      hasAllCovariates: hasAll,
      exposureDay: 0,
      metrics: [{ converted: own.filter(({ outcome }) => outcome > 0).length, outcome: momentsOf(outcomes) }],
      crossed: hasAll ? crossMomentsOf([outcomes, own.map(({ covariate }) => covariate!)]) : null,
      paired: null,
    }
  })
  const names = new Set(persons.flatMap(({ stratum }) => (stratum === null ? [] : [stratum])))
  return { cells, covariates: ['before'], covariateCount: 1, stratumCount: names.size } as Partial<Readout> as Readout
}

const generator = xoroshiro128plus(3)
const normal = () => normalUpperQuantile(uniformFloat64(generator) + 2 ** -54)

function crowd(perArm: number, effect: number, missing: number): Person[] {
  return Array.from({ length: 2 * perArm }, (_, index) => {
    const before = normal()
    const arm = index % 2
    return {
      arm,
      outcome: 0.5 + 0.8 * before + 0.6 * normal() + arm * effect,
      covariate: uniformFloat64(generator) < missing ? null : before,
      stratum: before > 0.5 ? 'high' : before < -0.5 ? 'low' : null,
    }
  })
}

const answered = (readout: Readout, estimator: string, alpha = 0.05) => {
  const [test] = estimatorTests(projectBy(estimator), readout, alpha)!
  if (!test!.ok) throw new Error(test!.reason)
  return test!.value
}

describe('the estimator that decides', () => {
  it('is none of these where the plain test decides', () => {
    expect(estimatorTests(projectBy('unadjusted'), readoutOf(crowd(10, 0, 0)), 0.05)).toBeNull()
  })

  it('cuped is the regression on covariate and indicator, over everybody', () => {
    const persons = crowd(150, 0.2, 0.3)
    const known = persons.flatMap(({ covariate }) => (covariate === null ? [] : [covariate]))
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length
    const columns = (arm: number) => {
      const own = persons.filter(each => each.arm === arm)
      return crossMomentsOf([
        own.map(({ outcome }) => outcome),
        own.map(({ covariate }) => covariate ?? mean),
        own.map(({ covariate }) => (covariate === null ? 1 : 0)),
      ])
    }
    const fit = fitAncova([columns(0), columns(1)])
    if (!fit.ok) throw new Error(fit.reason)
    const part = (arm: number) => ({
      ...{ n: 150, mean: fit.value.adjustedMeans[arm]! },
      variance: fit.value.adjustedVariances[arm]!,
    })
    const expected = welchFromVariances(part(0), part(1), 0.05)

    const found = answered(readoutOf(persons), 'cuped')

    if (!expected.ok) throw new Error(expected.reason)
    expect(found.effect).toBeCloseTo(expected.value.effect, 12)
    expect(found.standardError).toBeCloseTo(expected.value.standardError, 12)
    expect(found.pValue).toBeCloseTo(expected.value.pValue, 12)
  })

  it('cuped is the plain test where no covariate is known', () => {
    const persons = crowd(80, 0.2, 0).map(person => ({ ...person, covariate: null }))
    const arms = [0, 1].map(arm => momentsOf(persons.filter(each => each.arm === arm).map(({ outcome }) => outcome)))
    const plain = welchTest(arms[0]!, arms[1]!, 0.05)

    const found = answered({ ...readoutOf(persons), covariates: [], covariateCount: 0 }, 'cuped')

    if (!plain.ok) throw new Error(plain.reason)
    expect(found.pValue).toBeCloseTo(plain.value.pValue, 12)
  })

  it('both are sharper than the plain test, and see the same effect', () => {
    const readout = readoutOf(crowd(4000, 0.1, 0.1))
    const [cuped, strata] = [answered(readout, 'cuped'), answered(readout, 'post_stratified')]

    expect(cuped.standardError).toBeLessThan(0.75 * Math.sqrt(2 / 4000))
    expect(strata.standardError).toBeLessThan(0.85 * Math.sqrt(2 / 4000))
    expect(Math.abs(cuped.effect - 0.1)).toBeLessThan(4 * cuped.standardError)
    expect(Math.abs(strata.effect - 0.1)).toBeLessThan(4 * strata.standardError)
  })

  it('post-stratification leaves nobody out: what is too small, or in no stratum, is one stratum', () => {
    const persons: Person[] = [
      ...crowd(50, 0, 0).map(person => ({ ...person, stratum: 'large' })),
      { arm: 0, outcome: 1, covariate: null, stratum: 'lonely' },
      { arm: 1, outcome: 3, covariate: null, stratum: null },
    ]
    const merged = persons.map(person => ({ ...person, stratum: 'large' }))

    const [found, expected] = [persons, merged].map(each => answered(readoutOf(each), 'post_stratified'))

    expect(found!.effect).toBeCloseTo(expected!.effect, 12)
    expect(found!.standardError).toBeCloseTo(expected!.standardError, 12)
  })

  it('reads a count per unit of exposure', () => {
    const readout = readoutOf(crowd(100, 0.3, 0))
    const project = projectBy('cuped', 'count')
    const perFour = {
      ...project,
      payload: { ...project.payload, metrics: { ...project.payload.metrics, exposure_per_user: 4 } },
    }

    const [one, four] = [project, perFour].map(each => estimatorTests(each, inPlannedUnits(each, readout), 0.05)![0]!)

    if (!one?.ok || !four?.ok) throw new Error('no answer')
    expect(four.value.effect).toBeCloseTo(one.value.effect / 4, 12)
    expect(four.value.statistic).toBeCloseTo(one.value.statistic, 12)
  })

  it('has no answer with more covariates or strata than are read', () => {
    const readout = readoutOf(crowd(20, 0, 0))

    const tests = [
      estimatorTests(projectBy('cuped'), { ...readout, covariateCount: 99 }, 0.05)![0]!,
      estimatorTests(projectBy('post_stratified'), { ...readout, stratumCount: 99 }, 0.05)![0]!,
    ]

    expect(tests.map(test => (test.ok ? 'answer' : test.reason))).toEqual(['no_usable_covariate', 'no_usable_stratum'])
  })

  it.each(['cuped', 'post_stratified'])('%s rejects a true null in 5 % of experiments', estimator => {
    const runs = 400
    let rejected = 0
    for (let run = 0; run < runs; run += 1) {
      if (answered(readoutOf(crowd(120, 0, 0.2)), estimator).pValue < 0.05) rejected += 1
    }

    expect(rejected / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs))
    expect(rejected / runs).toBeGreaterThan(0.01)
  })
})
