import extremes from '../../fixtures/extremes.json' with { type: 'json' }
import { welchTest } from '../../src/means/welch.ts'
import { welchAnova } from '../../src/means/welch-anova.ts'
import { momentsOf } from '../../src/moments.ts'
import { kruskalWallisTest } from '../../src/ranks/kruskal-wallis.ts'
import { answered } from '../answered.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const R_TOLERANCE = 1e-10
const WELCH = ['standardError', 'statistic', 'degreesOfFreedom', 'pValue', 'pValueLog10', 'lower', 'upper'] as const

/** Variances of 1 to 10,000, and 50 groups with ties. */
export const extremeSuites: readonly OracleSuite[] = [
  {
    name: 'welchTest',
    source: 'R 4.2.2 t.test, variances 1:10,000 (extremes.json)',
    tolerance: R_TOLERANCE,
    cases: () =>
      extremes.unequal.flatMap((row, index) => {
        const test = answered(welchTest(row.control, row.treatment, 0.05))
        return WELCH.map(field => ({ label: `${index} ${field}`, actual: test[field], expected: row[field] }))
      }),
  },
  {
    name: 'welchAnova',
    source: 'R 4.2.2 oneway.test, 50 groups (extremes.json)',
    tolerance: R_TOLERANCE,
    cases: () =>
      extremes.several.flatMap(({ groups, welch }, index): OracleCase[] => {
        const { statistic, degreesOfFreedom, pValue } = answered(welchAnova(groups.map(momentsOf)))
        return [
          { label: `${index} F`, actual: statistic, expected: welch.statistic },
          { label: `${index} df between`, actual: degreesOfFreedom[0], expected: welch.numerator },
          { label: `${index} df within`, actual: degreesOfFreedom[1], expected: welch.denominator },
          { label: `${index} p`, actual: pValue, expected: welch.pValue },
        ]
      }),
  },
  {
    name: 'kruskalWallisTest',
    source: 'R 4.2.2 kruskal.test, 50 groups with ties (extremes.json)',
    tolerance: R_TOLERANCE,
    cases: () =>
      extremes.several.flatMap(({ groups, kruskal }, index): OracleCase[] => {
        const { statistic, degreesOfFreedom, pValue } = answered(kruskalWallisTest(groups))
        return [
          { label: `${index} H`, actual: statistic, expected: kruskal.statistic },
          { label: `${index} df`, actual: degreesOfFreedom, expected: kruskal.df },
          { label: `${index} p`, actual: pValue, expected: kruskal.pValue },
        ]
      }),
  },
]
