import { normalCdf, normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** `sigma` is one person's deviation, `margin` the bound of equivalence, both in the metric's units. */
export interface EquivalenceDesign {
  readonly sigma: number
  readonly margin: number
  /** of each one-sided test, already adjusted for several comparisons */
  readonly alpha: number
}

const SMALLEST_SIGMA = 1e-12

/**
 * Persons per arm, equal arms, for two one-sided tests when the true difference is 0: the first n from 2 on with the power,
 * 2 (sigma (z_alpha + z_((1 - power) / 2)) / margin)^2 rounded up (Chow, Shao, Wang & Lokhnygina 2018, eq. 3.11).
 */
export function sizeEquivalence(input: EquivalenceDesign & { readonly power: number }): Inference<number> {
  const { sigma, margin, alpha, power } = input
  if (![sigma, margin, alpha, power].every(Number.isFinite)) return noAnswer('not_finite')
  if (sigma <= SMALLEST_SIGMA) return noAnswer('zero_variance')
  if (!(margin > 0 && isLevel(alpha) && isLevel(power))) return noAnswer('out_of_range')
  const reach = normalUpperQuantile(alpha) + normalUpperQuantile((1 - power) / 2)
  if (!(reach > 0)) return answer(2)
  const n = Math.max(2, Math.ceil(2 * ((sigma * reach) / margin) ** 2))
  return Number.isFinite(n) ? answer(n) : noAnswer('out_of_range')
}

/** Power to find equivalence when the true difference is 0: max(0, 2 Phi(margin / se - z_alpha) - 1). */
export function powerEquivalence(
  input: EquivalenceDesign & { readonly controlN: number; readonly treatmentN: number },
): number {
  const standardError = input.sigma * Math.sqrt(1 / input.controlN + 1 / input.treatmentN)
  const reach = input.margin / standardError - normalUpperQuantile(input.alpha)
  return Math.max(0, normalCdf(reach) - normalCdf(-reach))
}
