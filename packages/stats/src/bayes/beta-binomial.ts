import type { Proportion } from '../proportions/proportion.ts'
import { logistic } from '../special/logistic.ts'
import { logBetaPrefactor, regularizedBeta } from '../special/regularized-beta.ts'

/** Parameters of a Beta distribution. */
export interface BetaParameters {
  readonly a: number
  readonly b: number
}

const UNIFORM: BetaParameters = { a: 1, b: 1 }
const NEGLIGIBLE_LOG = -40
const SMALLEST_PARAMETER = 0.05

/**
 * P(B > A) for the treatment's rate B and the control's rate A, with independent posteriors Beta(a + x, b + n - x):
 * the narrower posterior's density times the other's distribution function, integrated over the log-odds by the trapezoid
 * rule, which converges exponentially for such integrands (Trefethen & Weideman 2014). Absolute error below 1e-12.
 * NaN where a posterior parameter is below 0.05: so much of its mass lies beyond the smallest double.
 */
export function probabilityBetaGreater(control: Proportion, treatment: Proportion, prior = UNIFORM): number {
  const a = betaPosterior(control, prior)
  const b = betaPosterior(treatment, prior)
  if (![a.a, a.b, b.a, b.b].every(parameter => parameter >= SMALLEST_PARAMETER)) return Number.NaN
  if (logOddsSpread(b) <= logOddsSpread(a)) return expectation(b, (x, y) => regularizedBeta(a.a, a.b, x, y).lower)
  return expectation(a, (x, y) => regularizedBeta(b.a, b.b, x, y).upper)
}

/** The posterior of a rate after `proportion`. */
export function betaPosterior(proportion: Proportion, prior: BetaParameters = UNIFORM): BetaParameters {
  return { a: prior.a + proportion.successes, b: prior.b + proportion.n - proportion.successes }
}

/** Mean of f(rate, 1 - rate) under a Beta distribution. */
function expectation(beta: BetaParameters, f: (x: number, y: number) => number): number {
  const step = Math.min(0.25, 0.5 * logOddsSpread(beta))
  const centre = Math.log(beta.a / beta.b)
  const start = logBetaPrefactor(beta.a, beta.b, logistic(centre), logistic(-centre))
  let weights = 0
  let sum = 0
  for (const direction of [1, -1]) {
    for (let i = direction > 0 ? 0 : 1; ; i += 1) {
      const z = centre + direction * i * step
      const x = logistic(z)
      const y = logistic(-z)
      const logWeight = logBetaPrefactor(beta.a, beta.b, x, y) - start
      if (logWeight < NEGLIGIBLE_LOG) break
      const weight = Math.exp(logWeight)
      weights += weight
      sum += weight * f(x, y)
    }
  }
  return sum / weights
}

/** About the standard deviation of the log-odds. */
function logOddsSpread({ a, b }: BetaParameters): number {
  return Math.sqrt(1 / a + 1 / b)
}
