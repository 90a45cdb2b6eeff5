import sprt from '../../fixtures/mixture-sprt.json' with { type: 'json' }
import fleming from '../../fixtures/obrien-fleming.json' with { type: 'json' }
import exact from '../../fixtures/sequential-bounds.json' with { type: 'json' }
import { mixtureSprt } from '../../src/sequential/mixture-sprt.ts'
import { obrienFlemingBounds, obrienFlemingInflation } from '../../src/sequential/obrien-fleming.ts'
import { spendingBounds } from '../../src/sequential/spending-bounds.ts'
import type { SpendingFunction } from '../../src/sequential/spending-function.ts'
import { wangTsiatisBounds } from '../../src/sequential/wang-tsiatis.ts'
import { answered } from '../answered.ts'
import { listCases } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const BOUNDS = 'independent integration (sequential-bounds.json)'
const even = (looks: number) => Array.from({ length: looks }, (_, i) => (i + 1) / looks)

export const lookSuites: readonly OracleSuite[] = [
  {
    name: 'obrienFlemingBounds, obrienFlemingInflation',
    source: 'independent integration, SciPy (obrien-fleming.json)',
    tolerance: 1e-11,
    cases: () =>
      fleming.cases.flatMap(({ looks, alpha, power, finalZ, spent, inflation }) => {
        const bounds = obrienFlemingBounds({ looks, alpha })
        const label = `${looks} looks at ${alpha}`
        return [
          { label: `${label}: z`, actual: bounds.finalZ, expected: finalZ },
          {
            label: `${label}: inflation`,
            actual: obrienFlemingInflation({ looks, alpha, power }),
            expected: inflation,
          },
          ...listCases(`${label}: spent`, bounds.spent, spent).map(found => ({ ...found, tolerance: 1e-9 })),
        ]
      }),
  },
  {
    name: 'spendingBounds',
    source: BOUNDS,
    tolerance: 1e-10,
    cases: () => [
      ...exact.spending.flatMap(({ kind, parameter, times, alpha, z }) =>
        listCases(
          `${kind} ${parameter ?? ''} ${times.length} looks at ${alpha}`,
          spendingBounds({ times, alpha, sides: 2, spending: spendingOf(kind, parameter) }).z,
          z,
        ),
      ),
      ...exact.oneSidedPocockSpending.flatMap(({ looks, alpha, z }) => {
        const bounds = spendingBounds({ times: even(looks), alpha, sides: 1, spending: { kind: 'pocock' } })
        return listCases(`one-sided pocock ${looks} looks at ${alpha}`, bounds.z, z)
      }),
    ],
  },
  {
    name: 'wangTsiatisBounds',
    source: BOUNDS,
    tolerance: 1e-10,
    cases: () => [
      ...exact.wangTsiatis.flatMap(({ shape, times, alpha, z }) =>
        listCases(
          `${shape}, ${times.length} looks at ${alpha}`,
          wangTsiatisBounds({ shape, times, alpha, sides: 2 }).z,
          z,
        ),
      ),
      ...exact.oneSided.flatMap(({ shape, looks, alpha, z }) => {
        const bounds = wangTsiatisBounds({ shape, times: even(looks), alpha, sides: 1 })
        return listCases(`one-sided ${shape}, ${looks} looks at ${alpha}`, bounds.z, z)
      }),
    ],
  },
  { name: 'mixtureSprt', source: 'mpmath (mixture-sprt.json)', tolerance: 1e-12, cases: mixtureCases },
]

function spendingOf(kind: string, parameter: number | null): SpendingFunction {
  if (kind === 'kim_demets') return { kind, rho: parameter! }
  if (kind === 'hwang_shih_decani') return { kind, gamma: parameter! }
  return { kind: kind === 'pocock' ? 'pocock' : 'obrien_fleming' }
}

function mixtureCases(): OracleCase[] {
  const test = (effect: number, variance: number, mixtureVariance: number, alpha: number) =>
    answered(mixtureSprt({ effect, variance, mixtureVariance, alpha }))
  return [
    ...sprt.cases.map(({ V, tau, alpha, half_width }) => ({
      label: `V ${V}, tau ${tau}, ${alpha}`,
      actual: test(0, V, tau, alpha).upper,
      expected: half_width,
    })),
    ...sprt.p_values.map(({ delta, V, tau, likelihood_ratio, p }) => ({
      label: `p of ${delta}, V ${V}, tau ${tau}`,
      actual: test(delta, V, tau, 0.05).pValue,
      expected: p,
      tolerance: 1e-12 * Math.max(1, Math.abs(Math.log(likelihood_ratio))),
    })),
  ]
}
