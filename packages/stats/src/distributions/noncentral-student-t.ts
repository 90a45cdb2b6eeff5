import { bracketedRoot, bracketFrom } from '../special/bracketed-root.ts'
import { exponentialRemainder } from '../special/exponential-remainder.ts'
import { logLineIntegral } from '../special/log-line-integral.ts'
import { LOG_SQRT_TWO_PI } from '../special/log-sqrt-two-pi.ts'
import { millsRatio } from '../special/mills-ratio.ts'
import { stirlingError } from '../special/stirling-error.ts'
import type { Tails } from '../special/tails.ts'
import { NO_TAILS, swapTails, tailsFromLogLower } from '../special/tails.ts'
import { normalDensity, normalLogSurvival, normalSurvival } from './normal.ts'

const NORMAL_FROM_DF = 1e60

/** P(T <= t) for T = (Z + noncentrality) / sqrt(chi-square / df); df may be Infinity. */
export function noncentralStudentCdf(t: number, df: number, noncentrality: number): number {
  return noncentralStudentTails(t, df, noncentrality).lower
}

/** P(T > t). */
export function noncentralStudentSurvival(t: number, df: number, noncentrality: number): number {
  return noncentralStudentTails(t, df, noncentrality).upper
}

/** Natural logarithm of P(T <= t). */
export function noncentralStudentLogCdf(t: number, df: number, noncentrality: number): number {
  return noncentralStudentTails(t, df, noncentrality).logLower
}

/** Natural logarithm of P(T > t). */
export function noncentralStudentLogSurvival(t: number, df: number, noncentrality: number): number {
  return noncentralStudentTails(t, df, noncentrality).logUpper
}

/** t with P(T <= t) = p; NaN outside [0, 1]. */
export function noncentralStudentQuantile(p: number, df: number, noncentrality: number): number {
  return p <= 0.5 ? lowerQuantile(p, df, noncentrality) : -lowerQuantile(1 - p, df, -noncentrality)
}

/** t with P(T > t) = q, from an upper tail. */
export function noncentralStudentUpperQuantile(q: number, df: number, noncentrality: number): number {
  return q <= 0.5 ? -lowerQuantile(q, df, -noncentrality) : lowerQuantile(1 - q, df, noncentrality)
}

/**
 * Both tails, with logarithms: the mean of the normal tail at t S - noncentrality over S = sqrt(chi-square / df), as an
 * integral over log S^2 (Johnson, Kotz & Balakrishnan 1995, eq. 31.11). Both tails keep their digits.
 */
export function noncentralStudentTails(t: number, df: number, noncentrality: number): Tails {
  if (!(df > 0) || Number.isNaN(t) || !Number.isFinite(noncentrality)) return NO_TAILS
  if (t < noncentrality) return tailsOf(logUpper(-t, df, -noncentrality), () => logUpper(t, df, noncentrality))
  return swapTails(tailsOf(logUpper(t, df, noncentrality), () => logUpper(-t, df, -noncentrality)))
}

function tailsOf(log: number, logOther: () => number): Tails {
  const tails = tailsFromLogLower(log)
  return tails.lower < 0.9 ? tails : swapTails(tailsFromLogLower(logOther()))
}

function logUpper(t: number, df: number, noncentrality: number): number {
  if (!Number.isFinite(t)) return t > 0 ? Number.NEGATIVE_INFINITY : 0
  const gap = t - noncentrality
  if (df >= NORMAL_FROM_DF) return normalLogSurvival(gap)
  const shape = df / 2
  const constant = 0.5 * Math.log(shape) - stirlingError(shape) - LOG_SQRT_TWO_PI
  const bound = (w: number) => (Math.abs(w) < 1 ? gap + t * Math.expm1(w / 2) : t * Math.exp(w / 2) - noncentrality)
  return logLineIntegral({
    log: w => constant - shape * exponentialRemainder(w) + normalLogSurvival(bound(w)),
    slope: w => -shape * Math.expm1(w) - (t / 2) * Math.exp(w / 2) * hazard(bound(w)),
    start: 0,
    step: 0.5 * Math.min(1, 1 / Math.sqrt(shape)),
  })
}

function hazard(z: number): number {
  return z > 0 ? 1 / millsRatio(z) : normalDensity(z) / normalSurvival(z)
}

/** t = noncentrality + sinh(v): heavy tails reach far, and the middle keeps its digits. */
function lowerQuantile(p: number, df: number, noncentrality: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN
  if (p === 0) return Number.NEGATIVE_INFINITY
  const target = Math.log(p)
  const at = (v: number) => noncentrality + Math.sinh(v)
  const gap = (v: number) => noncentralStudentLogCdf(at(v), df, noncentrality) - target
  const bracket = bracketFrom(gap, 0, gap(0) > 0 ? -0.5 : 0.5)
  return bracket === null ? Number.NaN : at(bracketedRoot(gap, bracket[0], bracket[1]))
}
