import { chiSquareLogSurvival, chiSquareSurvival } from '../distributions/chi-square.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { pivotedCholesky, whiten } from '../special/pivoted-cholesky.ts'
import type { RiskTable } from './risk-table.ts'
import { riskTable } from './risk-table.ts'
import type { SurvivalArm } from './survival-arm.ts'
import { survivalFault } from './survival-arm.ts'

/** Fleming & Harrington's weights S(t-)^rho (1 - S(t-))^gamma; both 0 is the log-rank test. */
export interface FlemingHarrington {
  readonly rho: number
  readonly gamma: number
}

export interface LogRankTest {
  readonly chiSquare: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  /** per arm; expected events are unweighted */
  readonly observed: readonly number[]
  readonly expected: readonly number[]
}

const TOLERANCE = 1e-10
const LOG_RANK: FlemingHarrington = { rho: 0, gamma: 0 }

/**
 * Log-rank test of several arms (Mantel 1966), or its weighted family (Fleming & Harrington 1991, ch. 7): z'V^-1 z over
 * all arms but one, z the weighted sum of observed less expected events, V hypergeometric, S the pooled Kaplan-Meier
 * curve. No event: `zero_total`; an arm that never shares a risk set: `zero_variance`.
 */
export function logRankTest(
  arms: readonly SurvivalArm[],
  { rho, gamma }: FlemingHarrington = LOG_RANK,
): Inference<LogRankTest> {
  if (arms.length < 2) return noAnswer('no_degrees_of_freedom')
  if (!(rho >= 0 && gamma >= 0)) return noAnswer('out_of_range')
  const fault = survivalFault(arms)
  if (fault) return noAnswer(fault)
  const { observed, expected, excess, variance } = accumulate(riskTable(arms), rho, gamma)
  const degreesOfFreedom = arms.length - 1
  const cholesky = pivotedCholesky(variance, degreesOfFreedom, TOLERANCE)
  if (cholesky.pivots.length < degreesOfFreedom) return noAnswer('zero_variance')
  const chiSquare = whiten(cholesky, excess).reduce((sum, part) => sum + part * part, 0)
  return answer({
    chiSquare,
    degreesOfFreedom,
    pValue: chiSquareSurvival(chiSquare, degreesOfFreedom),
    pValueLog10: chiSquareLogSurvival(chiSquare, degreesOfFreedom) / Math.LN10,
    observed,
    expected,
  })
}

/** Sums over the event times; excess and variance leave out the last arm. */
function accumulate({ times, atRisk, events }: RiskTable, rho: number, gamma: number) {
  const size = atRisk.length - 1
  const observed = atRisk.map(() => 0)
  const expected = atRisk.map(() => 0)
  const excess = new Array<number>(size).fill(0)
  const variance = new Array<number>(size * size).fill(0)
  let survival = 1
  for (let i = 0; i < times.length; i += 1) {
    const n = atRisk.reduce((sum, column) => sum + column[i]!, 0)
    const d = events.reduce((sum, column) => sum + column[i]!, 0)
    const weight = survival ** rho * (1 - survival) ** gamma
    const spread = n > 1 ? weight * weight * d * ((n - d) / (n - 1)) : 0
    for (let arm = 0; arm <= size; arm += 1) {
      const share = atRisk[arm]![i]! / n
      observed[arm]! += events[arm]![i]!
      expected[arm]! += d * share
      if (arm === size) continue
      excess[arm]! += weight * (events[arm]![i]! - d * share)
      for (let other = 0; other < size; other += 1) {
        variance[arm * size + other]! += spread * share * ((arm === other ? 1 : 0) - atRisk[other]![i]! / n)
      }
    }
    survival *= (n - d) / n
  }
  return { observed, expected, excess, variance }
}
