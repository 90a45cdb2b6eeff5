import { logBeta } from '../special/log-beta.ts'
import { regularizedBeta } from '../special/regularized-beta.ts'
import { betaLogOddsQuantile } from './beta.ts'
import { normalLogSurvival, normalQuantile, normalSurvival, normalUpperQuantile } from './normal.ts'

const NORMAL_FROM_DF = 1e60
const ASYMPTOTIC_RATIO = 1e-30

/** P(T <= t) for Student's t with df degrees of freedom (any positive number; Infinity is the normal distribution). */
export function studentCdf(t: number, df: number): number {
  return studentSurvival(-t, df)
}

/** P(T > t) = I_x(df / 2, 1 / 2) / 2 at x = df / (df + t^2), for t >= 0 (Abramowitz & Stegun 1964, 26.7.1). */
export function studentSurvival(t: number, df: number): number {
  if (df >= NORMAL_FROM_DF) return normalSurvival(t)
  return t < 0 ? 1 - upperTail(-t, df).probability : upperTail(t, df).probability
}

/** Natural logarithm of P(T > t), also where the probability underflows. */
export function studentLogSurvival(t: number, df: number): number {
  if (df >= NORMAL_FROM_DF) return normalLogSurvival(t)
  return t < 0 ? Math.log1p(-upperTail(-t, df).probability) : upperTail(t, df).log
}

/** t with P(T <= t) = p; NaN outside [0, 1]. */
export function studentQuantile(p: number, df: number): number {
  if (df >= NORMAL_FROM_DF) return normalQuantile(p)
  return p <= 0.5 ? -studentUpperQuantile(p, df) : studentUpperQuantile(1 - p, df)
}

/** t with P(T > t) = q, from an upper tail; NaN outside [0, 1]. */
export function studentUpperQuantile(q: number, df: number): number {
  if (!(df > 0)) return Number.NaN
  if (df >= NORMAL_FROM_DF) return normalUpperQuantile(q)
  if (q > 0.5) return -studentUpperQuantile(1 - q, df)
  const logOdds = betaLogOddsQuantile(2 * q, 2 * (0.5 - q), df / 2, 0.5)
  return Math.sqrt(df) * Math.exp(-logOdds / 2)
}

function upperTail(t: number, df: number): { probability: number; log: number } {
  if (!(df > 0)) return { probability: Number.NaN, log: Number.NaN }
  if (t * t > df / ASYMPTOTIC_RATIO) return farTail(t, df)
  const total = df + t * t
  const { lower, logLower } = regularizedBeta(df / 2, 0.5, df / total, (t * t) / total)
  return { probability: lower / 2, log: logLower - Math.LN2 }
}

/** First term of the series in df / t^2, alone where that ratio is below 1e-30 and t^2 may overflow. */
function farTail(t: number, df: number): { probability: number; log: number } {
  const logRatio = Math.log(df) - 2 * Math.log(t)
  const log = (df / 2) * logRatio - Math.log(df) - logBeta(df / 2, 0.5)
  return { probability: Math.exp(log), log }
}
