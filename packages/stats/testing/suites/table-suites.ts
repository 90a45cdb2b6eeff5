import counts from '../../fixtures/exact-counts.json' with { type: 'json' }
import multiplicity from '../../fixtures/multiplicity.json' with { type: 'json' }
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import published from '../../fixtures/srm-published.json' with { type: 'json' }
import { adjustPValues } from '../../src/multiplicity.ts'
import { sampleRatioTest } from '../../src/srm.ts'
import { chiSquareTest, gTest } from '../../src/tables/contingency.ts'
import { mcnemarTest } from '../../src/tables/mcnemar.ts'
import { answered } from '../answered.ts'
import { fieldCases, listCases } from '../oracle-cases.ts'
import type { OracleSuite } from '../oracle-suite.ts'

const METHODS = ['bonferroni', 'holm', 'hochberg', 'benjamini_hochberg', 'benjamini_yekutieli'] as const

export const tableSuites: readonly OracleSuite[] = [
  {
    name: 'chiSquareTest',
    source: 'SciPy (exact-counts.json)',
    tolerance: 1e-10,
    cases: () =>
      counts.tables.flatMap((oracle, i) => {
        const test = answered(chiSquareTest(oracle.table))
        const expected = { ...oracle, ...oracle.chiSquare }
        return fieldCases(`table ${i}`, test, expected, ['statistic', 'pValue', 'degreesOfFreedom', 'leastExpected'])
      }),
  },
  {
    name: 'gTest',
    source: 'SciPy (exact-counts.json)',
    tolerance: 1e-9,
    cases: () =>
      counts.tables.flatMap((oracle, i) =>
        fieldCases(`table ${i}`, answered(gTest(oracle.table)), oracle.g, ['statistic', 'pValue']),
      ),
  },
  {
    name: 'mcnemarTest',
    source: 'integer sums (exact-counts.json)',
    tolerance: 1e-13,
    cases: () =>
      counts.mcnemar.map(({ gained, lost, pValue }) => ({
        label: `${gained} gained, ${lost} lost`,
        actual: answered(mcnemarTest({ pairs: gained + lost, gained, lost }, 0.05)).pValue,
        expected: pValue,
      })),
  },
  {
    name: 'sampleRatioTest',
    source: 'published cases and R 4.2.2 (srm-published.json, r-classic-tests.json)',
    tolerance: 1e-11,
    published: true,
    cases: () => [
      ...published.cases.flatMap(({ observed, expected_ratio, computed }) => {
        const expected = { chiSquare: computed.chi2, pValue: computed.p }
        const test = answered(sampleRatioTest(observed, expected_ratio))
        return fieldCases(observed.join(':'), test, expected, ['chiSquare', 'pValue'])
      }),
      ...classic.srm.flatMap(({ observed, expected_share, chi_square, p }) => {
        const test = answered(sampleRatioTest(observed, expected_share))
        return fieldCases(observed.join(':'), test, { chiSquare: chi_square, pValue: p }, ['chiSquare', 'pValue'])
      }),
    ],
  },
  {
    name: 'adjustPValues',
    source: 'R 4.2.2 p.adjust (multiplicity.json)',
    tolerance: 1e-14,
    cases: () =>
      multiplicity.cases.flatMap((oracle, i) =>
        METHODS.flatMap(method => listCases(`case ${i} ${method}`, adjustPValues(oracle.p, method), oracle[method])),
      ),
  },
]
