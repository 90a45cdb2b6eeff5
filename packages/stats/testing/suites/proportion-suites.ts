import counts from '../../fixtures/exact-counts.json' with { type: 'json' }
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import risks from '../../fixtures/risk-and-odds.json' with { type: 'json' }
import mpmath from '../../fixtures/two-proportions.json' with { type: 'json' }
import r from '../../fixtures/two-proportions-r.json' with { type: 'json' }
import unconditional from '../../fixtures/unconditional.json' with { type: 'json' }
import { barnardTest } from '../../src/proportions/barnard.ts'
import { boschlooTest } from '../../src/proportions/boschloo.ts'
import { fisherTest } from '../../src/proportions/fisher.ts'
import { oddsRatioMidP, oddsRatioWoolf } from '../../src/proportions/odds-ratio-test.ts'
import { fisherOneSidedTest } from '../../src/proportions/one-sided-proportions.ts'
import { pooledZTest } from '../../src/proportions/pooled-z.ts'
import { riskRatioKatz, riskRatioKoopman } from '../../src/proportions/risk-ratio.ts'
import { wilsonInterval } from '../../src/proportions/wilson.ts'
import { answered } from '../answered.ts'
import { fieldCases, nearCase } from '../oracle-cases.ts'
import type { OracleSuite } from '../oracle-suite.ts'

const MPMATH = 'mpmath (two-proportions.json)'
const RISKS = 'mpmath (risk-and-odds.json)'
const R = 'R 4.2.2 prop.test (two-proportions-r.json)'
/** SciPy's log-gamma loses about 1e-12 of the oracle's logarithms. */
const UNCONDITIONAL = 1e-9

const arms = (oracle: { control: { successes: number; n: number }; treatment: { successes: number; n: number } }) =>
  `${oracle.control.successes}/${oracle.control.n} against ${oracle.treatment.successes}/${oracle.treatment.n}`

export const proportionSuites: readonly OracleSuite[] = [
  {
    name: 'pooledZTest, newcombeInterval',
    source: MPMATH,
    tolerance: 1e-12,
    cases: () =>
      mpmath.cases.flatMap(oracle => {
        const test = answered(pooledZTest(oracle.control, oracle.treatment, oracle.alpha))
        const tolerance = 1e-12 * Math.max(1, test.statistic ** 2 / 10)
        return [
          ...fieldCases(arms(oracle), test, oracle, [
            'effect',
            'standardError',
            'statistic',
            'lower',
            'upper',
            'power',
          ]),
          ...fieldCases(arms(oracle), test, oracle, ['pValue', 'pValueLog10'], tolerance),
        ]
      }),
  },
  {
    name: 'wilsonInterval',
    source: MPMATH,
    tolerance: 1e-12,
    cases: () =>
      mpmath.cases.flatMap(oracle => {
        const [lower, upper] = [oracle.wilsonControl[0]!, oracle.wilsonControl[1]!]
        const interval = answered(wilsonInterval(oracle.control, oracle.alpha))
        return fieldCases(arms(oracle), interval, { lower, upper }, ['lower', 'upper'])
      }),
  },
  {
    name: 'pooledZTest, newcombeInterval',
    source: R,
    tolerance: 1e-10,
    cases: () =>
      r.cases.flatMap(oracle => {
        const test = answered(pooledZTest(oracle.control, oracle.treatment, oracle.alpha))
        const near = { scale: 1, tolerance: 1e-11 }
        return [
          ...fieldCases(arms(oracle), { ...test, zSquared: test.statistic ** 2 }, oracle, ['zSquared', 'pValue']),
          nearCase(`${arms(oracle)}: lower`, test.lower, oracle.newcombe[0]!, near),
          nearCase(`${arms(oracle)}: upper`, test.upper, oracle.newcombe[1]!, near),
        ]
      }),
  },
  {
    name: 'pooledZTest, wilsonInterval',
    source: 'R 4.2.2 prop.test, Hmisc (r-classic-tests.json)',
    tolerance: 1e-10,
    published: true,
    cases: () =>
      classic.two_proportions.flatMap(({ x1, n1, x2, n2, chi_square, p, wilson1 }) => {
        const control = { successes: x1, n: n1 }
        const test = answered(pooledZTest(control, { successes: x2, n: n2 }, 0.05))
        const wilson = answered(wilsonInterval(control, 0.05))
        const actual = { chiSquare: test.statistic ** 2, p: test.pValue, lower: wilson.lower, upper: wilson.upper }
        const expected = { chiSquare: chi_square, p, lower: wilson1[1]!, upper: wilson1[2]! }
        return fieldCases(`${x1}/${n1} against ${x2}/${n2}`, actual, expected, ['chiSquare', 'p', 'lower', 'upper'])
      }),
  },
  {
    name: 'fisherTest',
    source: 'integer sums and mpmath (exact-counts.json)',
    tolerance: 1e-11,
    cases: () =>
      counts.fisher.flatMap(oracle =>
        fieldCases(arms(oracle), answered(fisherTest(oracle.control, oracle.treatment, oracle.alpha)), oracle, [
          'pValue',
          'pValueLog10',
          'oddsRatioLower',
          'oddsRatioUpper',
        ]),
      ),
  },
  {
    name: 'riskRatioKatz, oddsRatioWoolf',
    source: RISKS,
    tolerance: 1e-12,
    cases: () =>
      risks.cases.flatMap(({ control, treatment, alpha, katz, woolf }) =>
        [
          { test: riskRatioKatz, expected: katz },
          { test: oddsRatioWoolf, expected: woolf },
        ].flatMap(({ test, expected }) => {
          if (!expected) return []
          const found = answered(test(control, treatment, { alpha }))
          const actual = { ...found, logP: found.pValueLog10 * Math.LN10 }
          return fieldCases(arms({ control, treatment }), actual, expected, ['statistic', 'logP', 'lower', 'upper'])
        }),
      ),
  },
  {
    name: 'riskRatioKoopman',
    source: RISKS,
    tolerance: 1e-11,
    cases: () =>
      risks.cases.flatMap(({ control, treatment, alpha, koopman }) => {
        const found = answered(riskRatioKoopman(control, treatment, { alpha }))
        const one = answered(riskRatioKoopman(control, treatment, { alpha, alternative: 'greater' }))
        const actual = {
          ...found,
          logP: found.pValueLog10 * Math.LN10,
          oneSidedLower: one.lower,
          logGreater: one.pValueLog10 * Math.LN10,
        }
        const fields = ['statistic', 'logP', 'lower', 'upper', 'oneSidedLower', 'logGreater'] as const
        return fieldCases(arms({ control, treatment }), actual, koopman, fields)
      }),
  },
  {
    name: 'oddsRatioMidP, fisherOneSidedTest',
    source: RISKS,
    tolerance: 1e-11,
    cases: () =>
      risks.cases.flatMap(({ control, treatment, alpha, exact }) => {
        const mid = (alternative: 'greater' | 'less' | 'two_sided') =>
          answered(oddsRatioMidP(control, treatment, { alpha, alternative })).pValueLog10 * Math.LN10
        const fisher = (alternative: 'greater' | 'less') =>
          answered(fisherOneSidedTest(control, treatment, alternative)).pValueLog10 * Math.LN10
        const actual = {
          greater: fisher('greater'),
          less: fisher('less'),
          midGreater: mid('greater'),
          midLess: mid('less'),
          midTwoSided: mid('two_sided'),
        }
        return (['greater', 'less', 'midGreater', 'midLess', 'midTwoSided'] as const).map(field =>
          // Of the logarithm: a p near 1 has a logarithm near 0.
          nearCase(`${arms({ control, treatment })}: ${field}`, actual[field], exact[field], {
            scale: 1,
            tolerance: 1e-11,
          }),
        )
      }),
  },
  {
    name: 'barnardTest, boschlooTest',
    source: 'a walk over every table, SciPy (unconditional.json)',
    tolerance: UNCONDITIONAL,
    cases: () =>
      unconditional.cases.flatMap(({ control, treatment, logBarnard, logBoschloo }) => {
        const label = arms({ control, treatment })
        const near = { scale: 1, tolerance: UNCONDITIONAL }
        const log = (test: typeof barnardTest) => answered(test(control, treatment, 0.05)).pValueLog10 * Math.LN10
        return [
          nearCase(`${label}: Barnard`, log(barnardTest), logBarnard, near),
          nearCase(`${label}: Boschloo`, log(boschlooTest), logBoschloo, near),
        ]
      }),
  },
]
