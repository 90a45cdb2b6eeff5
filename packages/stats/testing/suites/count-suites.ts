import robust from '../../fixtures/clusters-lifts-and-rates.json' with { type: 'json' }
import counts from '../../fixtures/exact-counts.json' with { type: 'json' }
import ratios from '../../fixtures/ratios.json' with { type: 'json' }
import { overdispersedRateTest } from '../../src/counts/overdispersed-rate.ts'
import { poissonRateTest } from '../../src/counts/poisson-rate.ts'
import { crossMomentsOf } from '../../src/cross-moments.ts'
import { fiellerInterval } from '../../src/ratios/fieller.ts'
import { ratioTest } from '../../src/ratios/ratio-test.ts'
import { answered } from '../answered.ts'
import { fieldCases, nearCase, refusal } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const momentsOfArm = (arm: { numerators: number[]; denominators: number[] }) =>
  crossMomentsOf([arm.numerators, arm.denominators])

export const countSuites: readonly OracleSuite[] = [
  {
    name: 'poissonRateTest',
    source: 'integer sums and mpmath (exact-counts.json)',
    tolerance: 1e-11,
    cases: () =>
      counts.poisson.flatMap(oracle => {
        const test = answered(poissonRateTest(oracle.control, oracle.treatment, oracle.alpha))
        const label = `${oracle.control.events} against ${oracle.treatment.events}`
        return fieldCases(label, test, oracle, ['pValue', 'pValueLog10', 'rateRatioLower', 'rateRatioUpper'])
      }),
  },
  {
    name: 'overdispersedRateTest',
    source: 'R 4.2.2 glm quasipoisson, sandwich (clusters-lifts-and-rates.json)',
    tolerance: 1e-10,
    cases: () => robust.rates.flatMap(rateCases),
  },
  {
    name: 'ratioTest',
    source: 'mpmath (ratios.json)',
    tolerance: 1e-11,
    cases: () =>
      ratios.cases.flatMap((oracle, i) => {
        const test = answered(ratioTest(momentsOfArm(oracle.control), momentsOfArm(oracle.treatment), oracle.alpha))
        const near = { scale: Math.abs(oracle.effect), tolerance: 1e-10 }
        return [
          ...fieldCases(`case ${i}`, test, oracle, ['effect', 'standardError', 'pValueLog10']),
          nearCase(`case ${i}: lower`, test.lower, oracle.lower, near),
          nearCase(`case ${i}: upper`, test.upper, oracle.upper, near),
        ]
      }),
  },
  {
    name: 'fiellerInterval',
    source: 'mpmath (ratios.json)',
    tolerance: 1e-10,
    cases: () => ratios.cases.flatMap(fiellerCases),
  },
]

function fiellerCases({ treatment, alpha, fieller }: (typeof ratios.cases)[number], i: number): OracleCase[] {
  const { n, means, products } = momentsOfArm(treatment)
  const scale = 1 / (n - 1) / n
  const interval = fiellerInterval(
    {
      numerator: means[0]!,
      denominator: means[1]!,
      numeratorVariance: products[0]! * scale,
      denominatorVariance: products[3]! * scale,
      covariance: products[1]! * scale,
      degreesOfFreedom: Number.POSITIVE_INFINITY,
    },
    alpha,
  )
  if (fieller === null) return [{ label: `case ${i}: unbounded`, actual: refusal(interval, 'unbounded'), expected: 1 }]
  const expected = { lower: fieller[0]!, upper: fieller[1]! }
  return fieldCases(`case ${i}`, answered(interval), expected, ['lower', 'upper'])
}

function rateCases(oracle: (typeof robust.rates)[number], i: number): OracleCase[] {
  const arm = ({ events, exposures }: typeof oracle.control) => crossMomentsOf([events, exposures])
  const test = (error: 'robust' | 'quasi_poisson') =>
    answered(overdispersedRateTest(arm(oracle.control), arm(oracle.treatment), { alpha: 0.05, error }))
  const sandwich = test('robust')
  const quasi = test('quasi_poisson')
  const logError = (upper: number, ratio: number, critical: number) => Math.log(upper / ratio) / critical
  const actual = {
    effect: sandwich.effect,
    rateRatio: sandwich.rateRatio,
    robustError: sandwich.standardError,
    robustLogError: logError(sandwich.rateRatioUpper, sandwich.rateRatio, 1.959963984540054),
    dispersion: quasi.dispersion,
    quasiRatioLower: quasi.rateRatioLower,
  }
  const always = ['effect', 'rateRatio', 'robustError', 'robustLogError'] as const
  // With one exposure for all, the moment estimate of the dispersion is glm's, which iterates.
  const given = { ...oracle, dispersion: oracle.dispersion ?? null, quasiRatioLower: oracle.quasiRatioLower ?? null }
  return [
    ...fieldCases(`case ${i}`, actual, given, always),
    ...fieldCases(`case ${i}`, actual, given, ['dispersion', 'quasiRatioLower'], 1e-8),
  ]
}
