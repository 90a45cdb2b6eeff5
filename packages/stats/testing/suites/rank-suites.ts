import r from '../../fixtures/means-and-ranks.json' with { type: 'json' }
import { kruskalWallisTest } from '../../src/ranks/kruskal-wallis.ts'
import { mannWhitneyTest } from '../../src/ranks/mann-whitney.ts'
import { wilcoxonTest } from '../../src/ranks/wilcoxon.ts'
import { answered } from '../answered.ts'
import { fieldCases } from '../oracle-cases.ts'
import type { OracleSuite } from '../oracle-suite.ts'

const SOURCE = 'R 4.2.2 (means-and-ranks.json)'

export const rankSuites: readonly OracleSuite[] = [
  {
    name: 'mannWhitneyTest',
    source: SOURCE,
    tolerance: 1e-10,
    cases: () =>
      r.two.flatMap(({ control, treatment, alpha, rank }, i) => {
        const test = answered(mannWhitneyTest(control, treatment, alpha))
        return fieldCases(`case ${i}`, test, rank, ['u', 'pValue', 'effect', 'lower', 'upper'])
      }),
  },
  {
    name: 'wilcoxonTest',
    source: SOURCE,
    tolerance: 1e-9,
    cases: () =>
      r.pairs.flatMap(({ control, treatment, wilcoxon }, i) => {
        const test = answered(wilcoxonTest(control, treatment, 0.05))
        const [lower, upper] = Array.isArray(wilcoxon.interval) ? wilcoxon.interval : []
        const expected = { ...wilcoxon, lower: lower ?? null, upper: upper ?? null }
        const actual = { ...test, w: test.rankSumPositive, zeros: test.zeroDifferences }
        return fieldCases(`case ${i}`, actual, expected, ['w', 'zeros', 'pValue', 'effect', 'lower', 'upper'])
      }),
  },
  {
    name: 'kruskalWallisTest',
    source: SOURCE,
    tolerance: 1e-10,
    cases: () =>
      r.groups.flatMap(({ groups, kruskal }, i) =>
        fieldCases(`case ${i}`, answered(kruskalWallisTest(groups)), kruskal, ['statistic', 'pValue']),
      ),
  },
]
