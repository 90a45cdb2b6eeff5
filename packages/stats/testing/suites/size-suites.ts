import fisher from '../../fixtures/fisher-power.json' with { type: 'json' }
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import { powerFisher } from '../../src/planning/fisher-power.ts'
import { powerTwoProportions } from '../../src/planning/two-proportions.ts'
import type { OracleSuite } from '../oracle-suite.ts'

export const sizeSuites: readonly OracleSuite[] = [
  {
    name: 'powerFisher',
    source: 'every table, SciPy (fisher-power.json)',
    tolerance: 1e-11,
    cases: () =>
      fisher.cases.map(oracle => ({
        label: `${oracle.baseline} and ${oracle.treatment}, ${oracle.controlN} and ${oracle.treatmentN}`,
        actual: powerFisher(oracle),
        expected: oracle.power,
      })),
  },
  {
    name: 'powerTwoProportions',
    source: 'R 4.2.2 power.prop.test, whose n stands to 1e-8 (r-classic-tests.json)',
    tolerance: 1e-6,
    published: true,
    cases: () =>
      classic.power_prop.map(({ p1, p2, alpha, power, n }) => ({
        label: `${p1} and ${p2}`,
        actual: powerTwoProportions({ baseline: p1, treatment: p2, alpha, controlN: n, treatmentN: n }),
        expected: power,
      })),
  },
]
