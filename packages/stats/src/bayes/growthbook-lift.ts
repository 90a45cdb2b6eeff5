import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { NormalPosterior } from './normal.ts'
import { normalPosterior } from './normal.ts'
import { compareNormalPosteriors } from './normal-comparison.ts'
import type { ComparisonOptions, EffectScale, PosteriorComparison } from './posterior-comparison.ts'

/**
 * GrowthBook's variant: one normal posterior on the effect itself (its error by the delta method where it is relative), with
 * a normal prior on the relative lift or none; for a difference the prior is stretched by the control's mean. Losses are of
 * the effect, E[max(effect, 0)] for keeping the control. Relative to a control of 0: `zero_total`.
 */
export function growthbookLiftPosterior(
  control: NormalPosterior,
  treatment: NormalPosterior,
  options: Omit<ComparisonOptions, 'scale'> & { readonly scale: EffectScale; readonly prior: NormalPosterior | null },
): Inference<PosteriorComparison> {
  const { scale, prior, ...asked } = options
  if (scale === 'relative' && control.mean === 0) return noAnswer('zero_total')
  const unit = scale === 'relative' ? 1 : control.mean
  const stretched = prior && { mean: unit * prior.mean, standardError: Math.abs(unit) * prior.standardError }
  const effect = scale === 'relative' ? relative(control, treatment) : absolute(control, treatment)
  const lift = normalPosterior(effect, stretched)
  const found = compareNormalPosteriors({ mean: 0, standardError: 0 }, lift, asked)
  return found.ok ? answer(found.value) : found
}

function absolute(control: NormalPosterior, treatment: NormalPosterior): NormalPosterior {
  return {
    mean: treatment.mean - control.mean,
    standardError: Math.hypot(control.standardError, treatment.standardError),
  }
}

function relative(control: NormalPosterior, treatment: NormalPosterior): NormalPosterior {
  const ratio = treatment.mean / control.mean
  return {
    mean: ratio - 1,
    standardError: Math.hypot(treatment.standardError, ratio * control.standardError) / Math.abs(control.mean),
  }
}
