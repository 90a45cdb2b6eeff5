import { normalSurvival, normalUpperQuantile } from '../distributions/normal.ts'
import { isLevel } from '../level.ts'

/** How alpha is spent over the information; `rho` > 0, `gamma` any number. */
export type SpendingFunction =
  | { readonly kind: 'obrien_fleming' }
  | { readonly kind: 'pocock' }
  | { readonly kind: 'kim_demets'; readonly rho: number }
  | { readonly kind: 'hwang_shih_decani'; readonly gamma: number }

/**
 * Alpha spent by a share `time` of the information, for one side. Lan & DeMets 1983: 2 - 2 Phi(z_(alpha/2) / sqrt t), and
 * alpha ln(1 + (e - 1) t); Kim & DeMets 1987: alpha t^rho; Hwang, Shih & DeCani 1990:
 * alpha (1 - e^(-gamma t)) / (1 - e^(-gamma)), alpha t for gamma 0. Throws a RangeError for parameters out of range.
 */
export function alphaSpent(spending: SpendingFunction, time: number, alpha: number): number {
  if (!isLevel(alpha)) throw new RangeError('alpha must lie between 0 and 1')
  if (time <= 0) return 0
  if (time >= 1) return alpha
  switch (spending.kind) {
    case 'obrien_fleming':
      return 2 * normalSurvival(normalUpperQuantile(alpha / 2) / Math.sqrt(time))
    case 'pocock':
      return alpha * Math.log1p((Math.E - 1) * time)
    case 'kim_demets':
      if (!(spending.rho > 0)) throw new RangeError('rho must be above 0')
      return alpha * time ** spending.rho
    case 'hwang_shih_decani':
      if (!Number.isFinite(spending.gamma)) throw new RangeError('gamma must be finite')
      if (spending.gamma === 0) return alpha * time
      return (alpha * Math.expm1(-spending.gamma * time)) / Math.expm1(-spending.gamma)
  }
}
