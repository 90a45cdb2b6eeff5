import frequentist from '../../fixtures/gbstats-frequentist.json' with { type: 'json' }
import strata from '../../fixtures/gbstats-post-stratification.json' with { type: 'json' }
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import { hommelAdjustedPValues } from '../../src/hommel.ts'
import { relativeLiftDelta, relativeLiftOneSided } from '../../src/means/relative-lift.ts'
import { powerTwoSampleT } from '../../src/means/student-power.ts'
import { postStratifiedTestWithWeightVariance } from '../../src/means/weighted-post-stratification.ts'
import type { VarianceMean } from '../../src/means/welch.ts'
import { welchFromVariances } from '../../src/means/welch.ts'
import { welchOneSidedTest } from '../../src/means/welch-one-sided.ts'
import type { QuantileType } from '../../src/resampling/quantile-of-type.ts'
import { quantileOfType } from '../../src/resampling/quantile-of-type.ts'
import { cochranMantelHaenszelTest } from '../../src/tables/cochran-mantel-haenszel.ts'
import { answered } from '../answered.ts'
import { fieldCases, listCases, nearCase } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const CLASSIC = 'R 4.2.2 (r-classic-tests.json)'
/** Half a unit of the fifth decimal that some of the peer's rows are rounded to. */
const FIVE_DECIMALS = { scale: 1, tolerance: 5.1e-6 }

type FrequentistRow = (typeof frequentist.cases)[number]

export const peerSuites: readonly OracleSuite[] = [
  {
    name: 'relativeLiftDelta, relativeLiftOneSided, welchOneSidedTest',
    source: "GrowthBook's tests, five decimals (gbstats-frequentist.json)",
    tolerance: FIVE_DECIMALS.tolerance,
    published: true,
    cases: () => frequentist.cases.flatMap(frequentistCases),
  },
  {
    name: 'postStratifiedTestWithWeightVariance',
    source: "GrowthBook's tests (gbstats-post-stratification.json)",
    tolerance: 1e-12,
    published: true,
    cases: () => {
      const arm = (given: { n: number; sum: number; sum_squares: number }) => meanOf({ ...given, type: 'mean' })
      const found = answered(
        postStratifiedTestWithWeightVariance(
          strata.strata.map(([control, treatment]) => ({ control: arm(control!), treatment: arm(treatment!) })),
          0.05,
        ),
      )
      return [
        { label: 'effect', actual: found.effect, expected: strata.expected.point_estimate_count_abs },
        { label: 'error', actual: found.standardError, expected: strata.expected.standard_error_count_abs },
      ]
    },
  },
  {
    name: 'hommelAdjustedPValues',
    source: CLASSIC,
    tolerance: 1e-9,
    published: true,
    cases: () => classic.hommel.flatMap(({ p, hommel }, i) => listCases(`case ${i}`, hommelAdjustedPValues(p), hommel)),
  },
  {
    name: 'quantileOfType',
    source: CLASSIC,
    tolerance: 1e-12,
    published: true,
    cases: () =>
      classic.quantile_types.by_type.flatMap((expected, i) => {
        const { x, p } = classic.quantile_types
        const actual = p.map(share => quantileOfType(x, share, (i + 1) as QuantileType))
        return listCases(`type ${i + 1}`, actual, expected)
      }),
  },
  {
    name: 'cochranMantelHaenszelTest',
    source: 'R 4.2.2 mantelhaen.test, admissions to Berkeley (r-classic-tests.json)',
    tolerance: 1e-10,
    published: true,
    cases: () => {
      const { strata: departments, statistic, p, ci, estimate } = classic.cmh
      const expected = { statistic, pValue: p, lower: ci[0]!, upper: ci[1]!, oddsRatio: estimate }
      const test = answered(cochranMantelHaenszelTest(departments, 0.05))
      return fieldCases('Berkeley', test, expected, ['statistic', 'pValue', 'lower', 'upper', 'oddsRatio'])
    },
  },
  {
    name: 'powerTwoSampleT',
    source: 'R 4.2.2 power.t.test, one side counted (r-classic-tests.json)',
    tolerance: 1e-11,
    published: true,
    cases: () =>
      classic.power_t.map(({ n, delta, power }) => ({
        label: `${n} persons an arm`,
        actual: answered(powerTwoSampleT({ delta, sigma: 1, alpha: 0.025, sides: 1, controlN: n, treatmentN: n })),
        expected: power,
      })),
  },
]

function meanOf({ type, n, sum, sum_squares }: { type: string; n: number; sum: number; sum_squares?: number }) {
  const mean = sum / n
  const variance = type === 'proportion' ? mean * (1 - mean) : (sum_squares! - sum * mean) / (n - 1)
  return { n, mean, variance } satisfies VarianceMean
}

function frequentistCases({ name, test, a, b, difference, alpha, expected }: FrequentistRow): OracleCase[] {
  const [control, treatment] = [meanOf(a), meanOf(b)]
  const alternative = test.includes('lesser') ? 'less' : 'greater'
  const moments = (arm: VarianceMean) => ({ n: arm.n, mean: arm.mean, m2: arm.variance * (arm.n - 1) })
  const ask = () => {
    if (test === 'two_sided_t') {
      return difference === 'relative'
        ? relativeLiftDelta(control, treatment, alpha)
        : welchFromVariances(control, treatment, alpha)
    }
    return difference === 'relative'
      ? relativeLiftOneSided(control, treatment, { alpha, alternative })
      : welchOneSidedTest(moments(control), moments(treatment), { alpha, alternative })
  }
  const found = answered<{ effect: number; standardError: number; pValue: number; lower: number; upper: number }>(ask())
  const near = (field: string, actual: number, value: number | null | undefined): OracleCase[] =>
    value === null || value === undefined ? [] : [nearCase(`${name}: ${field}`, actual, value, FIVE_DECIMALS)]
  return [
    ...near('lift', found.effect, expected.lift),
    ...near('error', found.standardError, expected.se),
    ...near('p', found.pValue, expected.p),
    ...near('lower', found.lower, expected.ci[0]),
    ...near('upper', found.upper, expected.ci[1]),
  ]
}
