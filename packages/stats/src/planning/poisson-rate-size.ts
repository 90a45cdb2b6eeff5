import { normalCdf, normalQuantile, normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** `rate` is the control's events per unit of exposure, `rateRatio` the treatment's rate over it. */
export interface RateDesign {
  readonly rate: number
  readonly rateRatio: number
  /** two-sided, already adjusted for several comparisons */
  readonly alpha: number
}

/** What a comparison of two rates needs. */
export interface RateSize {
  /** events of both arms together */
  readonly events: number
  /** units of exposure in each arm */
  readonly exposure: number
  /** persons per arm */
  readonly persons: number
}

/**
 * Size of the conditional test of two Poisson rates with equal arms: given m events, the treatment's share is 1/2 under no
 * effect and pi = ratio / (1 + ratio) otherwise; m = ceil((z_(alpha/2) / 2 + z_power sqrt(pi (1 - pi)))^2 / (pi - 1/2)^2),
 * exposure per arm m / (rate (1 + ratio)), over the exposure of one person (Gu, Ng, Tang & Schucany 2008).
 */
export function sizePoissonRate(
  input: RateDesign & { readonly power: number; readonly exposurePerPerson: number },
): Inference<RateSize> {
  const { rate, rateRatio, alpha, power, exposurePerPerson } = input
  if (![rate, rateRatio, alpha, power, exposurePerPerson].every(Number.isFinite)) return noAnswer('not_finite')
  const isPositive = rate > 0 && rateRatio > 0 && exposurePerPerson > 0
  if (!(isPositive && rateRatio !== 1 && isLevel(alpha) && isLevel(power))) return noAnswer('out_of_range')
  const share = rateRatio / (1 + rateRatio)
  const reach = normalUpperQuantile(alpha / 2) / 2 + normalQuantile(power) * Math.sqrt(share * (1 - share))
  if (!(reach > 0)) return noAnswer('out_of_range')
  const events = Math.ceil((reach / (share - 0.5)) ** 2)
  const exposure = events / (rate + rate * rateRatio)
  const persons = Math.ceil(exposure / exposurePerPerson)
  return Number.isFinite(persons) ? answer({ events, exposure, persons }) : noAnswer('out_of_range')
}

/** Power of the same test for any exposures of both arms; the wrong side is not counted. */
export function powerPoissonRate(
  input: RateDesign & { readonly controlExposure: number; readonly treatmentExposure: number },
): number {
  const { rate, rateRatio, alpha, controlExposure, treatmentExposure } = input
  const underNull = treatmentExposure / (controlExposure + treatmentExposure)
  const expected = rate * (controlExposure + rateRatio * treatmentExposure)
  const share = (rate * rateRatio * treatmentExposure) / expected
  const reach =
    Math.abs(share - underNull) * Math.sqrt(expected) -
    normalUpperQuantile(alpha / 2) * Math.sqrt(underNull * (1 - underNull))
  return normalCdf(reach / Math.sqrt(share * (1 - share)))
}
