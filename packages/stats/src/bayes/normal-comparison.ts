import { normalDensity, normalLogCdf, normalLogSurvival } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { logLineIntegral } from '../special/log-line-integral.ts'
import { LOG_SQRT_TWO_PI } from '../special/log-sqrt-two-pi.ts'
import { millsRatio } from '../special/mills-ratio.ts'
import { optionsFault } from './compare-posteriors.ts'
import type { NormalPosterior } from './normal.ts'
import type { ComparisonOptions, EffectPosterior, PosteriorComparison } from './posterior-comparison.ts'
import { comparisonOf } from './posterior-comparison.ts'

/** Errors that the control's mean must lie above 0 for a lift: the chance of a negative control is then below 1e-10. */
const CLEAR_OF_ZERO = 6.5

/**
 * Two normal posteriors (`normalPosterior`), in closed form; the relative scale by P(treatment > rho control) and one
 * integral for each loss. A relative scale whose control is not 6.5 errors above 0: `unbounded`. No spread: `zero_variance`.
 */
export function compareNormalPosteriors(
  control: NormalPosterior,
  treatment: NormalPosterior,
  options: ComparisonOptions,
): Inference<PosteriorComparison> {
  const fault = optionsFault(options)
  if (fault) return noAnswer(fault)
  const given = [control.mean, control.standardError, treatment.mean, treatment.standardError]
  if (!given.every(Number.isFinite)) return noAnswer('not_finite')
  if (!(control.standardError >= 0 && treatment.standardError >= 0)) return noAnswer('out_of_range')
  if (control.standardError + treatment.standardError === 0) return noAnswer('zero_variance')
  if (options.scale !== 'relative') return answer(comparisonOf(differenceOf(control, treatment), options))
  if (!(control.mean > CLEAR_OF_ZERO * control.standardError)) return noAnswer('unbounded')
  return answer(comparisonOf(liftOf(control, treatment), options))
}

function differenceOf(control: NormalPosterior, treatment: NormalPosterior): EffectPosterior {
  const centre = treatment.mean - control.mean
  const spread = Math.hypot(control.standardError, treatment.standardError)
  return {
    logBelow: e => normalLogCdf((e - centre) / spread),
    logAbove: e => normalLogSurvival((e - centre) / spread),
    centre,
    spread,
    logLossTreatment: logExcess(-centre / spread) + Math.log(spread),
    logLossControl: logExcess(centre / spread) + Math.log(spread),
  }
}

function liftOf(control: NormalPosterior, treatment: NormalPosterior): EffectPosterior {
  const ratio = treatment.mean / control.mean
  const standing = (e: number) =>
    (treatment.mean - (1 + e) * control.mean) / Math.hypot(treatment.standardError, (1 + e) * control.standardError)
  return {
    logBelow: e => normalLogCdf(-standing(e)),
    logAbove: e => normalLogCdf(standing(e)),
    centre: ratio - 1,
    spread: Math.hypot(treatment.standardError, ratio * control.standardError) / control.mean,
    logLossTreatment: logRelativeLoss(control, treatment, -1),
    logLossControl: logRelativeLoss(control, treatment, 1),
  }
}

/** log E[max(Z + shift, 0)] = log(phi(shift) + shift Phi(shift)) for a standard normal Z. */
function logExcess(shift: number): number {
  if (shift >= 0) return Math.log(normalDensity(shift) + shift * Math.exp(normalLogCdf(shift)))
  const size = -shift
  return -(size * size) / 2 - LOG_SQRT_TWO_PI + Math.log(oneLessMills(size))
}

/** 1 - x m(x), m the Mills ratio; by its asymptotic series where that would cancel. */
function oneLessMills(x: number): number {
  if (x < 12) return 1 - x * millsRatio(x)
  const square = 1 / (x * x)
  let sum = 0
  for (let k = 10; k >= 1; k -= 1) sum = (2 * k - 1) * square * (1 - sum)
  return sum
}

/** log E[max(sign (T / C - 1), 0)]: over C, the mean excess of T beyond it, divided by C. */
function logRelativeLoss(control: NormalPosterior, treatment: NormalPosterior, sign: 1 | -1): number {
  const loss = (c: number) => {
    const gap = sign * (treatment.mean - c)
    if (treatment.standardError === 0) return Math.log(Math.max(0, gap) / c)
    return logExcess(gap / treatment.standardError) + Math.log(treatment.standardError / c)
  }
  if (control.standardError === 0) return loss(control.mean)
  return logLineIntegral({
    log: z => {
      const c = control.mean + z * control.standardError
      return c > 0 ? -(z * z) / 2 - LOG_SQRT_TWO_PI + loss(c) : Number.NEGATIVE_INFINITY
    },
    start: 0,
    step: 0.5,
  })
}
