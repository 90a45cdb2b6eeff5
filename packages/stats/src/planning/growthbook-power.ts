import { normalCdf, normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { bracketedRoot } from '../special/bracketed-root.ts'
import { detectableEffect } from './detectable-effect.ts'

/** How GrowthBook will judge: a plain z test, its confidence sequence, or a normal posterior of the relative effect. */
export type GrowthBookJudge =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'sequential'; readonly tightestAt: number }
  | { readonly kind: 'bayesian'; readonly priorMean: number; readonly priorVariance: number }

/** One comparison in GrowthBook's planner. Effects are relative to the control's mean. */
export interface GrowthBookPlan {
  readonly mean: number
  /** of one person, taken to be the same in both arms */
  readonly variance: number
  readonly personsPerArm: number
  /** two-sided */
  readonly alpha: number
  readonly judge: GrowthBookJudge
}

/** Variance of the relative effect by the delta method: v / (n m^2) (1 + (1 + effect)^2). */
export function growthbookVariance({ mean, variance, personsPerArm }: GrowthBookPlan, effect: number): number {
  return (variance / (personsPerArm * mean * mean)) * (1 + (1 + effect) ** 2)
}

/**
 * GrowthBook's power, both sides counted (its power-technical documentation): Phi(e / s - z) + Phi(-e / s - z). Under sequential
 * testing s is stretched by the half-width of the sequence at both arms' persons over z s; under a prior the posterior's
 * limits are counted. For the variant's own planner; ours are `powerTwoMeans` and `groupSequentialDesign`.
 */
export function growthbookPower(plan: GrowthBookPlan, effect: number): number {
  const error = Math.sqrt(growthbookVariance(plan, effect))
  return powerOf(effect, error, 2 * plan.personsPerArm, plan.alpha, plan.judge)
}

/** The smallest relative effect above 0 that has this power; reasons as `detectableEffect`. */
export function growthbookDetectableEffect(plan: GrowthBookPlan, power: number): Inference<number> {
  return detectableEffect({
    powerAt: effect => growthbookPower(plan, effect),
    power,
    largest: Number.POSITIVE_INFINITY,
  })
}

/**
 * How many times the persons seen so far are still needed, at a relative effect and the error it has been estimated with, until
 * the power is reached; 0 where it is already. Here the sequence's half-width takes the place of z, as in the variant's engine.
 * `out_of_range` where no number of persons would do.
 */
export function growthbookScalingFactor(input: {
  readonly effect: number
  readonly standardError: number
  /** persons of both arms so far */
  readonly persons: number
  readonly alpha: number
  readonly power: number
  readonly judge: GrowthBookJudge
}): Inference<number> {
  const { effect, standardError, persons, alpha, power, judge } = input
  const gap = (log: number) => {
    const [error, reached] = [standardError / Math.exp(log / 2), persons * Math.exp(log)]
    if (judge.kind !== 'sequential') return powerOf(effect, error, reached, alpha, judge) - power
    return normalCdf(Math.abs(effect) / error - sequenceRadius(reached, judge.tightestAt, alpha)) - power
  }
  if (!(standardError > 0 && persons > 0 && effect !== 0)) return noAnswer('out_of_range')
  if (gap(0) >= 0) return answer(0)
  const most = Math.log(1e12)
  if (!(gap(most) > 0)) return noAnswer('out_of_range')
  return answer(Math.expm1(bracketedRoot(gap, 0, most)))
}

function powerOf(effect: number, error: number, persons: number, alpha: number, judge: GrowthBookJudge): number {
  const z = normalUpperQuantile(alpha / 2)
  if (judge.kind === 'bayesian') {
    const weight = judge.priorVariance / (judge.priorVariance + error * error)
    const reach = z * error * Math.sqrt(weight)
    const centre = (1 - weight) * judge.priorMean + weight * effect
    return normalCdf((centre - reach) / (weight * error)) + normalCdf((-centre - reach) / (weight * error))
  }
  const stretch = judge.kind === 'fixed' ? 1 : sequenceRadius(persons, judge.tightestAt, alpha) / z
  const reach = effect / (error * stretch)
  return normalCdf(reach - z) + normalCdf(-reach - z)
}

/** Half-width of the asymptotic confidence sequence, in standard errors. */
function sequenceRadius(persons: number, tightestAt: number, alpha: number): number {
  const m = (persons / tightestAt) * (Math.log1p(-2 * Math.log(alpha)) - 2 * Math.log(alpha))
  return Math.sqrt(2 * (1 + 1 / m) * (Math.log1p(m) / 2 - Math.log(alpha)))
}
