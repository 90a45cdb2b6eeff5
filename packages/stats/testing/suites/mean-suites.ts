import ancova from '../../fixtures/ancova.json' with { type: 'json' }
import robust from '../../fixtures/clusters-lifts-and-rates.json' with { type: 'json' }
import slices from '../../fixtures/heterogeneity.json' with { type: 'json' }
import r from '../../fixtures/means-and-ranks.json' with { type: 'json' }
import strata from '../../fixtures/post-stratification.json' with { type: 'json' }
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import welch from '../../fixtures/welch.json' with { type: 'json' }
import { crossMomentsOf } from '../../src/cross-moments.ts'
import { ancovaContrast, fitAncova } from '../../src/means/ancova.ts'
import { clusterRobustTest } from '../../src/means/cluster-robust.ts'
import { equivalenceTest } from '../../src/means/equivalence.ts'
import { heterogeneityTest } from '../../src/means/heterogeneity.ts'
import { pairedTest } from '../../src/means/paired.ts'
import type { StratumKind } from '../../src/means/post-stratification.ts'
import { postStratifiedTest } from '../../src/means/post-stratification.ts'
import { relativeLiftDelta, relativeLiftFieller } from '../../src/means/relative-lift.ts'
import { trimmedTest } from '../../src/means/trimmed.ts'
import { welchTest } from '../../src/means/welch.ts'
import { welchAnova } from '../../src/means/welch-anova.ts'
import { welchOneSidedTest } from '../../src/means/welch-one-sided.ts'
import { winsorizedTest } from '../../src/means/winsorized.ts'
import { momentsOf } from '../../src/moments.ts'
import type { Alternative } from '../../src/one-sided-test.ts'
import { answered } from '../answered.ts'
import { fieldCases, listCases, nearCase, refusal } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const R_TOLERANCE = 1e-10
const ROBUST = 'R 4.2.2, sandwich (clusters-lifts-and-rates.json)'
const TEST = ['effect', 'standardError', 'degreesOfFreedom', 'statistic', 'pValue'] as const
const MEANS_AND_RANKS = 'R 4.2.2 (means-and-ranks.json)'

export const meanSuites: readonly OracleSuite[] = [
  {
    name: 'heterogeneityTest',
    source: 'mpmath (heterogeneity.json)',
    tolerance: 1e-11,
    cases: () =>
      slices.cases.flatMap((oracle, i) => {
        const estimates = oracle.effects.map((effect, at) => ({ effect, variance: oracle.variances[at]! }))
        const test = answered(heterogeneityTest(estimates))
        return fieldCases(`case ${i}`, test, oracle, ['statistic', 'pValueLog10', 'inconsistency'])
      }),
  },
  {
    name: 'welchTest',
    source: 'R 4.2.2 t.test (welch.json)',
    tolerance: R_TOLERANCE,
    cases: () => welch.cases.flatMap(welchCases),
  },
  {
    name: 'welchTest',
    source: "R 4.2.2, Student's sleep data (r-classic-tests.json)",
    tolerance: 1e-12,
    published: true,
    cases: () =>
      classic.welch.flatMap(({ control, treatment, statistic, parameter, p, ci }) => {
        const test = answered(welchTest(momentsOf(control), momentsOf(treatment), 0.05))
        const expected = { statistic, degreesOfFreedom: parameter, pValue: p, lower: ci[0]!, upper: ci[1]! }
        return fieldCases('sleep', test, expected, ['statistic', 'degreesOfFreedom', 'pValue', 'lower', 'upper'])
      }),
  },
  {
    name: 'fitAncova, ancovaContrast',
    source: 'R 4.2.2 lm (ancova.json)',
    tolerance: 1e-8,
    cases: () => ancova.cases.flatMap(ancovaCases),
  },
  {
    name: 'postStratifiedTest',
    source: 'R 4.2.2 (post-stratification.json)',
    tolerance: 1e-11,
    cases: () =>
      strata.cases.flatMap((oracle, i) => {
        const test = answered(postStratifiedTest(oracle.strata, oracle.alpha, oracle.kind as StratumKind))
        return fieldCases(`${oracle.kind} ${i}`, test, oracle, [
          'effect',
          'standardError',
          'statistic',
          'pValue',
          'lower',
          'upper',
          'unstratifiedVariance',
        ])
      }),
  },
  {
    name: 'equivalenceTest',
    source: MEANS_AND_RANKS,
    tolerance: R_TOLERANCE,
    cases: () =>
      r.two.flatMap(({ control, treatment, equivalence }, i) =>
        equivalence.flatMap(({ margin, alpha, pValue, interval }) => {
          const test = answered(equivalenceTest(momentsOf(control), momentsOf(treatment), margin, alpha))
          const expected = { pValue, lower: interval[0]!, upper: interval[1]! }
          return fieldCases(`case ${i}, margin ${margin}`, test, expected, ['pValue', 'lower', 'upper'])
        }),
      ),
  },
  {
    name: 'trimmedTest',
    source: MEANS_AND_RANKS,
    tolerance: R_TOLERANCE,
    cases: () =>
      r.two.flatMap(({ control, treatment, alpha, trimmed }, i) =>
        trimmed.flatMap(oracle => {
          const test = answered(trimmedTest(control, treatment, { trim: oracle.trim, alpha }))
          return fieldCases(`case ${i}, trim ${oracle.trim}`, test, oracle, [
            'effect',
            'degreesOfFreedom',
            'statistic',
            'pValue',
            'lower',
            'upper',
          ])
        }),
      ),
  },
  {
    name: 'pairedTest',
    source: MEANS_AND_RANKS,
    tolerance: R_TOLERANCE,
    cases: () =>
      r.pairs.flatMap(({ control, treatment, t }, i) => {
        const test = answered(pairedTest(control, treatment, 0.05))
        const expected = { ...t, lower: t.interval[0]!, upper: t.interval[1]! }
        return fieldCases(`case ${i}`, test, expected, ['effect', 'statistic', 'pValue', 'lower', 'upper'])
      }),
  },
  {
    name: 'clusterRobustTest',
    source: ROBUST,
    tolerance: R_TOLERANCE,
    cases: () =>
      robust.clusters.flatMap((oracle, i) => {
        const arm = ({ sums, sizes }: typeof oracle.control) => crossMomentsOf([sums, sizes])
        const test = answered(clusterRobustTest(arm(oracle.control), arm(oracle.treatment), oracle.alpha))
        return [...fieldCases(`case ${i}`, test, oracle, TEST), ...endCases(`case ${i}`, test, oracle)]
      }),
  },
  {
    name: 'relativeLiftDelta',
    source: ROBUST,
    tolerance: R_TOLERANCE,
    cases: () =>
      robust.lifts.flatMap((oracle, i) => {
        const test = answered(relativeLiftDelta(oracle.control, oracle.treatment, oracle.alpha))
        return [...fieldCases(`case ${i}`, test, oracle, TEST), ...endCases(`case ${i}`, test, oracle)]
      }),
  },
  {
    name: 'relativeLiftFieller',
    source: ROBUST,
    tolerance: R_TOLERANCE,
    cases: () => robust.lifts.flatMap(fiellerCases),
  },
  {
    name: 'winsorizedTest',
    source: ROBUST,
    tolerance: R_TOLERANCE,
    cases: () =>
      robust.winsorized.flatMap((oracle, i) => {
        const from = oracle.from === 'pooled' ? 'pooled' : 'control'
        const test = answered(winsorizedTest(oracle.control, oracle.treatment, { ...oracle, from, alpha: 0.05 }))
        const fields = ['effect', 'degreesOfFreedom', 'statistic', 'pValue', 'cap', 'changedControl'] as const
        return [
          ...fieldCases(`case ${i}`, test, oracle, [...fields, 'changedTreatment']),
          ...endCases(`case ${i}`, test, oracle),
        ]
      }),
  },
  {
    name: 'welchOneSidedTest',
    source: ROBUST,
    tolerance: R_TOLERANCE,
    cases: () =>
      robust.oneSided.flatMap(({ control, treatment, alternative, pValue, bound }, i) => {
        const side = alternative as Alternative
        const test = answered(
          welchOneSidedTest(momentsOf(control), momentsOf(treatment), { alpha: 0.05, alternative: side }),
        )
        const found = { pValue: test.pValue, bound: side === 'greater' ? test.lower : test.upper }
        return fieldCases(`case ${i}`, found, { pValue, bound }, ['pValue', 'bound'])
      }),
  },
  {
    name: 'welchAnova',
    source: MEANS_AND_RANKS,
    tolerance: R_TOLERANCE,
    cases: () =>
      r.groups.flatMap(({ groups, welch: oracle }, i) => {
        const test = answered(welchAnova(groups.map(momentsOf)))
        return [
          ...fieldCases(`case ${i}`, test, oracle, ['statistic', 'pValue']),
          ...listCases(`case ${i}`, test.degreesOfFreedom, oracle.degreesOfFreedom),
        ]
      }),
  },
]

function welchCases(oracle: (typeof welch.cases)[number], i: number): OracleCase[] {
  const { control, treatment, alpha, ...expected } = oracle
  const test = answered(welchTest(control, treatment, alpha))
  const tolerance = R_TOLERANCE * Math.max(1, Math.abs(control.mean / expected.effect) / 1000)
  const scale = Math.abs(expected.effect)
  const ends = (['lower', 'upper'] as const).map(field =>
    nearCase(`case ${i}: ${field}`, test[field], expected[field], { scale, tolerance }),
  )
  const fields = ['effect', 'standardError', 'statistic', 'degreesOfFreedom', 'pValue', 'pValueLog10', 'power'] as const
  return [...fieldCases(`case ${i}`, test, expected, fields, tolerance), ...ends]
}

function ancovaCases(oracle: (typeof ancova.cases)[number], i: number): OracleCase[] {
  const fit = answered(fitAncova(oracle.arms))
  const means = oracle.adjustedMeans.map((mean, arm) =>
    nearCase(`case ${i}: mean ${arm}`, fit.adjustedMeans[arm]!, mean, { scale: 1, tolerance: 1e-8 }),
  )
  const contrasts = oracle.contrasts.flatMap(contrast => {
    const test = answered(ancovaContrast(fit, 0, contrast.treatment, oracle.alpha))
    const label = `case ${i}, arm ${contrast.treatment}`
    const near = { scale: 10 * contrast.standardError, tolerance: 1e-8 }
    return [
      ...fieldCases(label, test, contrast, ['effect', 'standardError']),
      ...fieldCases(label, test, contrast, ['pValue'], 1e-8 * Math.max(10, test.statistic ** 2)),
      nearCase(`${label}: lower`, test.lower, contrast.lower, near),
      nearCase(`${label}: upper`, test.upper, contrast.upper, near),
    ]
  })
  const variances = listCases(`case ${i}: variance`, fit.adjustedVariances, oracle.adjustedVariances)
  return [
    ...fieldCases(`case ${i}`, fit, oracle, ['rank', 'degreesOfFreedom', 'residualVariance']),
    ...listCases(`case ${i}: theta`, oracle.thetas ? fit.thetas : [], oracle.thetas ?? []),
    ...means,
    ...variances.map(found => ({ ...found, tolerance: 1e-7 })),
    ...contrasts,
  ]
}

function fiellerCases({ control, treatment, alpha, fieller, welch: p }: (typeof robust.lifts)[number], i: number) {
  const lift = relativeLiftFieller(control, treatment, alpha)
  if (!fieller) return [{ label: `case ${i}: unbounded`, actual: refusal(lift, 'unbounded'), expected: 1 }]
  const found = answered(lift)
  const near = { scale: 1 + Math.abs(found.effect), tolerance: R_TOLERANCE }
  return [
    ...fieldCases(`case ${i}`, found, { pValue: p }, ['pValue']),
    nearCase(`case ${i}: lower`, found.lower, fieller[0]!, near),
    nearCase(`case ${i}: upper`, found.upper, fieller[1]!, near),
  ]
}

interface Ends {
  readonly effect: number
  readonly lower: number
  readonly upper: number
}

/** The ends of an interval, judged by its half-width. */
function endCases(label: string, actual: Ends, expected: Ends): OracleCase[] {
  const near = { scale: expected.upper - expected.lower + Math.abs(expected.effect), tolerance: R_TOLERANCE }
  return (['lower', 'upper'] as const).map(field =>
    nearCase(`${label}: ${field}`, actual[field], expected[field], near),
  )
}
