import oracle from '../../fixtures/dunnett.json' with { type: 'json' }
import { dunnettCritical, dunnettPValue } from '../../src/dunnett.ts'
import type { ComparisonDesign } from '../../src/planning/comparison-power.ts'
import { comparisonPower } from '../../src/planning/comparison-power.ts'
import { nearCase } from '../oracle-cases.ts'
import type { OracleSuite } from '../oracle-suite.ts'

export const multiArmSuites: readonly OracleSuite[] = [
  {
    name: 'dunnettPValue',
    source: 'SciPy nested quadrature, any degrees of freedom (dunnett.json)',
    tolerance: 1e-9,
    cases: () =>
      oracle.pValues.map(({ sizes, statistic, df, p }) => ({
        label: `${sizes.length - 1} arms, ${statistic} with ${df ?? 'infinite'} df`,
        actual: dunnettPValue(sizes, statistic, df ?? Number.POSITIVE_INFINITY),
        expected: p,
      })),
  },
  {
    name: 'dunnettCritical',
    source: 'SciPy nested quadrature, finite degrees of freedom (dunnett.json)',
    tolerance: 1e-9,
    cases: () =>
      oracle.criticals.map(({ sizes, alpha, df, critical }) => ({
        label: `${sizes.length - 1} arms at ${alpha} with ${df} df`,
        actual: dunnettCritical(sizes, alpha, df),
        expected: critical,
      })),
  },
  {
    name: 'comparisonPower (Holm)',
    source: 'enumeration of all outcomes, SciPy (dunnett.json)',
    tolerance: 1e-10,
    cases: () =>
      oracle.holm.flatMap(({ sizes, arm, power, others, ...row }) => {
        const side = others as ComparisonDesign['others']
        const actual = comparisonPower({ ...row, others: side, adjustment: 'holm' }, sizes, arm)
        const label = `${sizes} at shift ${row.shift}, alpha ${row.alpha}, others ${others}`
        return row.shift < 0 ? [] : [nearCase(label, actual, power, { scale: 1e-3, tolerance: 1e-10 })]
      }),
  },
]
