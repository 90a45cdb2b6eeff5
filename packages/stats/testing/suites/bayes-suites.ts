import exact from '../../fixtures/beta-greater.json' with { type: 'json' }
import { probabilityBetaGreater } from '../../src/bayes/beta-binomial.ts'
import { nearCase } from '../oracle-cases.ts'
import type { OracleSuite } from '../oracle-suite.ts'

type Counts = [successes: number, n: number, successes: number, n: number]

export const bayesSuites: readonly OracleSuite[] = [
  {
    name: 'probabilityBetaGreater',
    source: 'mpmath, the finite sum (beta-greater.json); absolute',
    tolerance: 1e-12,
    cases: () =>
      (exact.cases as [Counts, number][]).map(([[xc, nc, xt, nt], expected]) =>
        nearCase(
          `${xc}/${nc} against ${xt}/${nt}`,
          probabilityBetaGreater({ successes: xc, n: nc }, { successes: xt, n: nt }),
          expected,
          { scale: 1, tolerance: 1e-12 },
        ),
      ),
  },
]
