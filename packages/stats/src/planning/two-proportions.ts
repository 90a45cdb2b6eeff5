import { normalCdf, normalQuantile, normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** Rates as fractions; alpha is two-sided and already adjusted for several comparisons. */
export interface TwoProportions {
  readonly baseline: number
  readonly treatment: number
  readonly alpha: number
}

/**
 * Persons per arm for the pooled two-proportion z test with equal arms (Fleiss, Levin & Paik 2003, eq. 4.14 without
 * correction): ceil((z_(alpha/2) sqrt(2 p q) + z_power sqrt(p1 q1 + p2 q2))^2 / (p2 - p1)^2), p the mean rate.
 */
export function sizeTwoProportions(input: TwoProportions & { readonly power: number }): Inference<number> {
  const { baseline, treatment, alpha, power } = input
  if (![baseline, treatment, alpha, power].every(Number.isFinite)) return noAnswer('not_finite')
  if (!(isRate(baseline) && isRate(treatment) && isLevel(alpha) && isLevel(power))) return noAnswer('out_of_range')
  const mean = (baseline + treatment) / 2
  const underNull = normalUpperQuantile(alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
  const underEffect = normalQuantile(power) * Math.sqrt(baseline * (1 - baseline) + treatment * (1 - treatment))
  const reach = underNull + underEffect
  if (!(reach > 0)) return noAnswer('out_of_range')
  const n = Math.ceil((reach / (treatment - baseline)) ** 2)
  return Number.isFinite(n) ? answer(n) : noAnswer('out_of_range')
}

/** Power of the same test with `controlN` and `treatmentN` persons, by the same approximation; the wrong side not counted. */
export function powerTwoProportions(
  input: TwoProportions & { readonly controlN: number; readonly treatmentN: number },
): number {
  const { baseline, treatment, alpha, controlN, treatmentN } = input
  const pooled = (baseline * controlN + treatment * treatmentN) / (controlN + treatmentN)
  const underNull = normalUpperQuantile(alpha / 2) * Math.sqrt(pooled * (1 - pooled) * (1 / controlN + 1 / treatmentN))
  const standardError = Math.sqrt((baseline * (1 - baseline)) / controlN + (treatment * (1 - treatment)) / treatmentN)
  return normalCdf((Math.abs(treatment - baseline) - underNull) / standardError)
}

function isRate(rate: number): boolean {
  return rate > 0 && rate < 1
}
