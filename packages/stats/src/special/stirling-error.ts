import { logGammaOnePlus } from './log-gamma-near-one.ts'
import { LOG_SQRT_TWO_PI } from './log-sqrt-two-pi.ts'

/** Bernoulli numbers B_2j / (2j (2j - 1)): the Stirling series (Abramowitz & Stegun 1964, 6.1.41). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * Remainder of Stirling's formula, for x > 0: log Gamma(x + 1) - (x + 1/2) log x + x - log(2 pi) / 2.
 * Its absolute error is a few units of 2^-53, which keeps saddle-point densities exact (Loader 2000).
 */
export function stirlingError(x: number): number {
  if (x < 0.5) return logGammaOnePlus(x) - (x + 0.5) * Math.log(x) + x - LOG_SQRT_TWO_PI
  let sum = 0
  let at = x
  while (at < 15) {
    sum += remainderStep(at)
    at += 1
  }
  return sum + asymptoticSeries(at)
}

function asymptoticSeries(x: number): number {
  const square = 1 / (x * x)
  let sum = 0
  for (let j = SERIES.length - 1; j >= 0; j -= 1) sum = SERIES[j]! + square * sum
  return sum / x
}

/** stirlingError(x) - stirlingError(x + 1) = (x + 1/2) log(1 + 1/x) - 1, as a series of positive terms. */
function remainderStep(x: number): number {
  const square = 1 / ((2 * x + 1) * (2 * x + 1))
  let power = square
  let sum = 0
  for (let j = 3; ; j += 2) {
    const term = power / j
    const next = sum + term
    if (next === sum) return sum
    sum = next
    power *= square
  }
}
