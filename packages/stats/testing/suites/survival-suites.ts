import hazards from '../../fixtures/proportional-hazards.json' with { type: 'json' }
import r from '../../fixtures/survival.json' with { type: 'json' }
import { fitCox, hazardRatioTest } from '../../src/survival/cox.ts'
import { kaplanMeier } from '../../src/survival/kaplan-meier.ts'
import type { FlemingHarrington } from '../../src/survival/log-rank.ts'
import { logRankTest } from '../../src/survival/log-rank.ts'
import { proportionalHazardsTest } from '../../src/survival/proportional-hazards.ts'
import { restrictedMean } from '../../src/survival/restricted-mean.ts'
import { answered } from '../answered.ts'
import { fieldCases, listCases, nearCase } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const SOURCE = 'R package survival 3.5 (survival.json)'

type Oracle = (typeof r.cases)[number]

export const survivalSuites: readonly OracleSuite[] = [
  { name: 'kaplanMeier', source: SOURCE, tolerance: 1e-10, cases: () => r.cases.flatMap(curveCases) },
  { name: 'logRankTest', source: SOURCE, tolerance: 1e-8, cases: () => r.cases.flatMap(logRankCases) },
  {
    name: 'restrictedMean',
    source: SOURCE,
    tolerance: 1e-10,
    cases: () =>
      r.cases.flatMap(({ arms, horizon, rmst }, i) =>
        rmst.flatMap((oracle, arm) => {
          const { mean, variance } = answered(restrictedMean(arms[arm]!, horizon))
          return fieldCases(`case ${i}, arm ${arm}`, { mean, se: Math.sqrt(variance) }, oracle, ['mean', 'se'])
        }),
      ),
  },
  { name: 'hazardRatioTest, fitCox', source: SOURCE, tolerance: 1e-8, cases: () => r.cases.flatMap(coxCases) },
  {
    name: 'proportionalHazardsTest',
    source: 'R package survival 3.5 (proportional-hazards.json)',
    tolerance: 1e-7,
    cases: () => hazards.cases.flatMap(hazardCases),
  },
  {
    name: 'kaplanMeier, median',
    source: 'R package survival 3.5 (proportional-hazards.json)',
    tolerance: 1e-15,
    cases: () =>
      hazards.cases.flatMap((oracle, i) => {
        const curve = answered(kaplanMeier(oracle, 0.05))
        return fieldCases(`case ${i}`, curve, oracle, ['median', 'medianLower', 'medianUpper'])
      }),
  },
]

function curveCases({ arms, curve }: Oracle, i: number): OracleCase[] {
  const { steps } = answered(kaplanMeier(arms[0]!, 0.05))
  const near = { scale: 1, tolerance: 1e-12 }
  return steps.flatMap((step, at) => [
    { label: `case ${i}, ${at}: time`, actual: step.time, expected: curve.time[at]! },
    nearCase(`case ${i}, ${at}: survival`, step.survival, curve.survival[at]!, near),
    nearCase(`case ${i}, ${at}: lower`, step.lower, curve.lower[at]!, near),
    nearCase(`case ${i}, ${at}: upper`, step.upper, curve.upper[at]!, near),
    ...(step.survival > 0
      ? [{ label: `case ${i}, ${at}: error`, actual: step.standardError, expected: Number(curve.error[at]) }]
      : []),
  ])
}

function logRankCases(oracle: Oracle, i: number): OracleCase[] {
  const chiSquare = (weights?: FlemingHarrington) => answered(logRankTest(oracle.arms, weights)).chiSquare
  const plain = answered(logRankTest(oracle.arms))
  return [
    { label: `case ${i}`, actual: plain.chiSquare, expected: oracle.logRank.chiSquare },
    ...listCases(`case ${i}: observed`, plain.observed, oracle.logRank.observed),
    ...listCases(`case ${i}: expected`, plain.expected, oracle.logRank.expected),
    { label: `case ${i}: early`, actual: chiSquare({ rho: 1, gamma: 0 }), expected: oracle.flemingHarrington10 },
    { label: `case ${i}: middle`, actual: chiSquare({ rho: 1, gamma: 1 }), expected: oracle.flemingHarrington11 },
    { label: `case ${i}: late`, actual: chiSquare({ rho: 0, gamma: 0.5 }), expected: oracle.flemingHarrington05 },
  ]
}

function coxCases({ arms, cox, adjusted, tied }: Oracle, i: number): OracleCase[] {
  const [control, treatment] = [arms[0]!, arms[1]!]
  const test = answered(hazardRatioTest(control, treatment, 0.05))
  const people = {
    durations: [...control.durations, ...treatment.durations],
    events: [...control.events, ...treatment.events],
  }
  const treated = people.durations.map((_, at) => (at < control.durations.length ? 0 : 1))
  const fit = answered(fitCox(people, [treated, adjusted.z]))
  const near = (scale: number) => ({ scale, tolerance: 1e-8 })
  return [
    nearCase(`case ${i}: beta`, test.effect, cox.beta, near(cox.se)),
    { label: `case ${i}: error`, actual: test.standardError, expected: cox.se },
    { label: `case ${i}: null`, actual: fit.nullLogLikelihood, expected: cox.logLikelihood[0]! },
    ...(tied ? [] : [{ label: `case ${i}: zph`, actual: test.proportionalityP, expected: cox.zph, tolerance: 1e-5 }]),
    ...adjusted.beta.map((beta, j) =>
      nearCase(`case ${i}: adjusted ${j}`, fit.coefficients[j]!, beta, near(adjusted.se[j]!)),
    ),
    ...listCases(`case ${i}: adjusted error`, fit.standardErrors, adjusted.se),
  ]
}

function hazardCases(oracle: (typeof hazards.cases)[number], i: number): OracleCase[] {
  const test = answered(proportionalHazardsTest(oracle, oracle.covariates, 'identity'))
  const bySurvival = answered(proportionalHazardsTest(oracle, oracle.covariates))
  const found = test.perCovariate.map(one => one.chiSquare)
  return [
    ...listCases(`case ${i}`, found, [oracle.chiSquares].flat()),
    ...listCases(
      `case ${i}: survival`,
      bySurvival.perCovariate.map(one => one.chiSquare),
      oracle.survivalChiSquares,
    ),
    { label: `case ${i}: survival, global`, actual: bySurvival.whole.chiSquare, expected: oracle.survivalGlobal },
    { label: `case ${i}: global`, actual: test.whole.chiSquare, expected: oracle.global },
    { label: `case ${i}: p`, actual: test.whole.pValue, expected: oracle.globalP },
  ]
}
