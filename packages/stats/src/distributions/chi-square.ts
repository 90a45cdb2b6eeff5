import { gammaCdf, gammaLogSurvival, gammaQuantile, gammaSurvival, gammaUpperQuantile } from './gamma.ts'

/** P(X <= x) for X chi-square with df degrees of freedom. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaCdf(x / 2, df / 2)
}

/** P(X > x). */
export function chiSquareSurvival(x: number, df: number): number {
  return gammaSurvival(x / 2, df / 2)
}

/** Natural logarithm of P(X > x). */
export function chiSquareLogSurvival(x: number, df: number): number {
  return gammaLogSurvival(x / 2, df / 2)
}

/** x with P(X <= x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2)
}

/** x with P(X > x) = q. */
export function chiSquareUpperQuantile(q: number, df: number): number {
  return 2 * gammaUpperQuantile(q, df / 2)
}
