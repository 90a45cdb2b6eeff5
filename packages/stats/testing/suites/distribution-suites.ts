import discrete from '../../fixtures/discrete-and-noncentral.json' with { type: 'json' }
import mpmath from '../../fixtures/distributions.json' with { type: 'json' }
import r from '../../fixtures/r-distributions.json' with { type: 'json' }
import { distributionFunctions } from '../distribution-functions.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

interface MpmathCase {
  readonly args: readonly number[]
  readonly value: number
  readonly tolerance: number
}

/** R prints 15 digits, and its own tails differ from mpmath's in the last few. */
const R_TOLERANCE = 1e-10
const SMALLEST_OF_R = 1e-13

/** Suites of an mpmath fixture whose keys are names of functions. */
export function mpmathSuites(source: string, cases: Readonly<Record<string, readonly MpmathCase[]>>): OracleSuite[] {
  return Object.entries(cases).map(([name, rows]) => ({
    name,
    source,
    tolerance: 1e-12,
    cases: () =>
      rows.map(({ args, value, tolerance }) => ({
        label: args.join(', '),
        actual: call(name, args),
        expected: value,
        tolerance,
      })),
  }))
}

/** A suite of rows of R: `args` are the fields handed over, `field` the one compared. */
export function rSuite<T extends Readonly<Record<string, number>>>(
  name: string,
  rows: readonly T[],
  args: readonly (keyof T & string)[],
  field: keyof T & string,
): OracleSuite {
  return {
    name,
    source: 'R 4.2.2 (r-distributions.json)',
    tolerance: R_TOLERANCE,
    published: true,
    cases: () =>
      rows.flatMap((row): OracleCase[] => {
        const given = args.map(key => row[key]!)
        const expected = row[field]!
        return Math.abs(expected) > SMALLEST_OF_R
          ? [{ label: given.join(', '), actual: call(name, given), expected }]
          : []
      }),
  }
}

export const distributionSuites: readonly OracleSuite[] = [
  ...mpmathSuites('mpmath (distributions.json)', mpmath.cases),
  ...mpmathSuites('mpmath (discrete-and-noncentral.json)', discrete.cases),
  rSuite('normalCdf', r.pnorm, ['x'], 'cdf'),
  rSuite('normalSurvival', r.pnorm, ['x'], 'sf'),
  rSuite('normalLogCdf', r.pnorm, ['x'], 'logcdf'),
  rSuite('normalDensity', r.pnorm, ['x'], 'pdf'),
  rSuite('normalQuantile', r.qnorm, ['p'], 'q'),
  rSuite('studentCdf', r.pt, ['t', 'df'], 'cdf'),
  rSuite('studentSurvival', r.pt, ['t', 'df'], 'sf'),
  rSuite('studentQuantile', r.qt, ['p', 'df'], 'q'),
  rSuite('chiSquareCdf', r.pchisq, ['x', 'df'], 'cdf'),
  rSuite('chiSquareSurvival', r.pchisq, ['x', 'df'], 'sf'),
  rSuite('chiSquareQuantile', r.qchisq, ['p', 'df'], 'q'),
  rSuite('betaCdf', r.pbeta, ['x', 'a', 'b'], 'cdf'),
  rSuite('betaSurvival', r.pbeta, ['x', 'a', 'b'], 'sf'),
  rSuite('betaQuantile', r.qbeta, ['p', 'a', 'b'], 'q'),
  rSuite('gammaCdf', r.pgamma, ['x', 'shape', 'rate'], 'cdf'),
  rSuite('gammaSurvival', r.pgamma, ['x', 'shape', 'rate'], 'sf'),
  rSuite('logGamma', r.lgamma, ['x'], 'lgamma'),
  rSuite('fSurvival', r.pf, ['x', 'df1', 'df2'], 'sf'),
  rSuite('noncentralStudentCdf', r.pt_noncentral, ['t', 'df', 'ncp'], 'cdf'),
]

function call(name: string, args: readonly number[]): number {
  const run = distributionFunctions[name]
  if (!run) throw new Error(`${name} is not among the distribution functions`)
  return run(...args)
}
