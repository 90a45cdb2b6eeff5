import { normalCdf } from '../distributions/normal.ts'

/** Mean and standard error of an arm's normal posterior. */
export interface NormalPosterior {
  readonly mean: number
  readonly standardError: number
}

/**
 * The posterior of a mean that was estimated with a standard error, after a normal prior: precisions add, the mean is
 * weighted by them (Gelman et al. 2013, eq. 2.12). Without a prior (flat) the estimate itself.
 */
export function normalPosterior(estimate: NormalPosterior, prior: NormalPosterior | null = null): NormalPosterior {
  if (prior === null) return estimate
  const whole = estimate.standardError ** 2 + prior.standardError ** 2
  return {
    mean: estimate.mean + (prior.mean - estimate.mean) * (estimate.standardError ** 2 / whole),
    standardError: estimate.standardError * (prior.standardError / Math.sqrt(whole)),
  }
}

/**
 * P(treatment > control) for independent normal posteriors: Phi((m_t - m_c) / sqrt(s_c^2 + s_t^2)).
 * Without any spread: 1, 0, or 1/2 for equal means.
 */
export function probabilityNormalGreater(control: NormalPosterior, treatment: NormalPosterior): number {
  const difference = treatment.mean - control.mean
  const spread = Math.hypot(control.standardError, treatment.standardError)
  if (spread === 0) return (1 + Math.sign(difference)) / 2
  return normalCdf(difference / spread)
}
