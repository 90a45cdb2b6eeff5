import { regularizedBeta } from '../special/regularized-beta.ts'
import type { Tails } from '../special/tails.ts'
import { NO_TAILS } from '../special/tails.ts'
import { betaLogOddsQuantile } from './beta.ts'
import {
  chiSquareCdf,
  chiSquareLogSurvival,
  chiSquareQuantile,
  chiSquareSurvival,
  chiSquareUpperQuantile,
} from './chi-square.ts'
import { gammaLogCdf } from './gamma.ts'

/** P(F <= x) for F with df1 and df2 degrees of freedom; df2 may be Infinity (chi-square / df1). */
export function fCdf(x: number, df1: number, df2: number): number {
  return df2 === Number.POSITIVE_INFINITY ? chiSquareCdf(x * df1, df1) : tails(x, df1, df2).lower
}

/** P(F > x) = I_u(df2 / 2, df1 / 2) at u = df2 / (df2 + df1 x) (Abramowitz & Stegun 1964, 26.6.2). */
export function fSurvival(x: number, df1: number, df2: number): number {
  return df2 === Number.POSITIVE_INFINITY ? chiSquareSurvival(x * df1, df1) : tails(x, df1, df2).upper
}

/** Natural logarithm of P(F > x). */
export function fLogSurvival(x: number, df1: number, df2: number): number {
  return df2 === Number.POSITIVE_INFINITY ? chiSquareLogSurvival(x * df1, df1) : tails(x, df1, df2).logUpper
}

/** Natural logarithm of P(F <= x). */
export function fLogCdf(x: number, df1: number, df2: number): number {
  return df2 === Number.POSITIVE_INFINITY ? gammaLogCdf((x * df1) / 2, df1 / 2) : tails(x, df1, df2).logLower
}

/** x with P(F <= x) = p. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return quantile(p, 1 - p, df1, df2)
}

/** x with P(F > x) = q, from an upper tail. */
export function fUpperQuantile(q: number, df1: number, df2: number): number {
  return quantile(1 - q, q, df1, df2)
}

function tails(x: number, df1: number, df2: number): Tails {
  if (!(df1 > 0 && df2 > 0)) return NO_TAILS
  const part = Math.max(0, x) * (df1 / df2)
  if (part === Number.POSITIVE_INFINITY) return regularizedBeta(df1 / 2, df2 / 2, 1, 0)
  return regularizedBeta(df1 / 2, df2 / 2, part / (1 + part), 1 / (1 + part))
}

function quantile(lower: number, upper: number, df1: number, df2: number): number {
  if (df2 === Number.POSITIVE_INFINITY) {
    return (lower <= upper ? chiSquareQuantile(lower, df1) : chiSquareUpperQuantile(upper, df1)) / df1
  }
  return Math.exp(betaLogOddsQuantile(lower, upper, df1 / 2, df2 / 2)) * (df2 / df1)
}
