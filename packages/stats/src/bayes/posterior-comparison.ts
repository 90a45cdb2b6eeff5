import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import { bracketedRoot, bracketFrom } from '../special/bracketed-root.ts'

/** difference: treatment - control; relative: treatment / control - 1, a fraction. */
export type EffectScale = 'difference' | 'relative'

/** What is asked of two posteriors. */
export interface ComparisonOptions {
  readonly alpha: number
  /** difference where it is left out */
  readonly scale?: EffectScale
  /** region of practical equivalence, in the effect's unit */
  readonly rope?: { readonly lower: number; readonly upper: number }
}

/** Two arms by their posteriors; effect, interval, losses and ROPE in the unit of the scale. */
export interface PosteriorComparison extends Interval {
  /** the posterior median of the effect */
  readonly effect: number
  /** P(treatment > control) */
  readonly probabilityBetter: number
  readonly probabilityBetterLog10: number
  /** decimal logarithm of P(treatment <= control), also where that underflows */
  readonly probabilityWorseLog10: number
  /** what is lost on average by choosing the treatment: E[control - treatment where that is above 0] */
  readonly expectedLossTreatment: number
  readonly expectedLossControl: number
  /** P(effect within the ROPE); null without one */
  readonly ropeProbability: number | null
}

/** The effect's distribution: logarithms of both tails at a value, and where to look for quantiles. */
export interface EffectPosterior {
  readonly logBelow: (effect: number) => number
  readonly logAbove: (effect: number) => number
  readonly centre: number
  readonly spread: number
  readonly logLossTreatment: number
  readonly logLossControl: number
}

/** Equal-tailed interval, losses and probabilities of an effect's distribution. */
export function comparisonOf(effect: EffectPosterior, { alpha, rope }: ComparisonOptions): PosteriorComparison {
  const [logBetter, logWorse] = [effect.logAbove(0), effect.logBelow(0)]
  return {
    effect: quantileOf(effect.logBelow, effect, 0.5, 0),
    probabilityBetter: Math.exp(logBetter),
    probabilityBetterLog10: logBetter / Math.LN10,
    probabilityWorseLog10: logWorse / Math.LN10,
    lower: quantileOf(effect.logBelow, effect, alpha / 2, -1),
    upper: quantileOf(effect.logAbove, effect, alpha / 2, 1),
    level: 1 - alpha,
    expectedLossTreatment: Math.exp(effect.logLossTreatment),
    expectedLossControl: Math.exp(effect.logLossControl),
    ropeProbability: rope ? within(effect, rope.lower, rope.upper) : null,
  }
}

/** P(lower <= effect <= upper), from the tails that are the smaller ones. */
function within({ logBelow, logAbove, centre }: EffectPosterior, lower: number, upper: number): number {
  if (lower > centre) return Math.exp(logAbove(lower)) - Math.exp(logAbove(upper))
  if (upper < centre) return Math.exp(logBelow(upper)) - Math.exp(logBelow(lower))
  return 1 - Math.exp(logBelow(lower)) - Math.exp(logAbove(upper))
}

function quantileOf(logTail: (effect: number) => number, at: EffectPosterior, share: number, side: -1 | 0 | 1): number {
  const gap = (effect: number) => logTail(effect) - Math.log(share)
  const start = at.centre + side * normalUpperQuantile(Math.min(0.5, share)) * at.spread
  const falling = side > 0 ? -1 : 1
  const direction = gap(start) > 0 ? -falling : falling
  const bracket = bracketFrom(gap, start, (direction * at.spread) / 4)
  return bracket === null ? Number.NaN : bracketedRoot(gap, bracket[0], bracket[1], 1e-13 * at.spread)
}
