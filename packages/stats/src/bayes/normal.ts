import { normalCdf } from '../distributions/normal.ts'

/** Mean and standard error of an arm's normal posterior. */
export interface NormalPosterior {
  readonly mean: number
  readonly standardError: number
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
