import type { BetaParameters } from '../distributions/beta-exceedance.ts'
import { betaExceedance } from '../distributions/beta-exceedance.ts'
import type { Proportion } from '../proportions/proportion.ts'

const UNIFORM: BetaParameters = { a: 1, b: 1 }

/**
 * P(B > A) for the treatment's rate B and the control's rate A, with independent posteriors Beta(a + x, b + n - x), by
 * `betaExceedance`. Absolute error below 1e-12. NaN where a posterior parameter is below 0.05.
 */
export function probabilityBetaGreater(control: Proportion, treatment: Proportion, prior = UNIFORM): number {
  return betaExceedance(betaPosterior(control, prior), betaPosterior(treatment, prior)).upper
}

/** The posterior of a rate after `proportion`. */
export function betaPosterior(proportion: Proportion, prior: BetaParameters = UNIFORM): BetaParameters {
  return { a: prior.a + proportion.successes, b: prior.b + proportion.n - proportion.successes }
}
