import { relativeError } from './relative-error.ts'

/** One value of ours beside the value of an oracle. */
export interface OracleCase {
  readonly label: string
  readonly actual: number
  readonly expected: number
  /** allowed relative error, where it is not the suite's */
  readonly tolerance?: number
}

/** What one function of ours is held to: an oracle not of our making, and how near it has to be. */
export interface OracleSuite {
  /** exported name of the function */
  readonly name: string
  /** who computed the values, and the file in `fixtures/` that holds them */
  readonly source: string
  /** allowed relative error */
  readonly tolerance: number
  /** printed or published by others, rather than computed by a script in `fixtures/` */
  readonly published?: boolean
  cases(): readonly OracleCase[]
}

export interface OracleResult {
  readonly count: number
  readonly worstError: number
  /** largest error as a share of what its case allows; above 1 fails */
  readonly worstShare: number
  readonly worstLabel: string
}

/** Runs a suite; an empty one is an error. */
export function runOracleSuite(suite: OracleSuite): OracleResult {
  const cases = suite.cases()
  if (cases.length === 0) throw new Error(`${suite.name} has no oracle cases`)
  let result: OracleResult = { count: cases.length, worstError: 0, worstShare: 0, worstLabel: cases[0]!.label }
  for (const { label, actual, expected, tolerance = suite.tolerance } of cases) {
    const error = relativeError(actual, expected)
    const worstError = Math.max(result.worstError, error)
    const share = error / tolerance
    result =
      share > result.worstShare
        ? { ...result, worstError, worstShare: share, worstLabel: label }
        : { ...result, worstError }
  }
  return result
}
