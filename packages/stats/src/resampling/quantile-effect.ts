import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { momentsOf, sampleVariance } from '../moments.ts'
import type { RandomStream } from '../random.ts'
import { randomStream } from '../random.ts'
import type { DealtRanks } from './deal-ranks.ts'
import { dealRanks } from './deal-ranks.ts'
import { drawOrderPair } from './order-index.ts'
import type { PermutationP } from './permutation.ts'
import { arrangements, exactPermutationP, randomPermutationP } from './permutation.ts'
import { interpolate, quantilePosition, sampleQuantile } from './quantile.ts'
import type { ResamplingOptions } from './resampling-options.ts'
import { resamplingFault, runDraws } from './resampling-options.ts'

/** Permutation test of the difference of one quantile, with a bootstrap interval, in the metric's units. */
export interface QuantileEffect extends Interval {
  readonly effect: number
  readonly controlQuantile: number
  readonly treatmentQuantile: number
  /** effect / standardError */
  readonly statistic: number
  /** standard deviation of the resampled effects */
  readonly standardError: number
  readonly pValue: number
  readonly pMethod: 'exact' | 'random'
}

/**
 * Difference treatment - control of the quantile at `share` (type 7), with its percentile bootstrap interval (Efron 1979),
 * O(1) a resample; p by permutation of the labels, exact where there are at most `draws` arrangements. All values equal,
 * or no resample that differs: `zero_variance`.
 */
export function quantileEffect(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  options: ResamplingOptions & { readonly share: number },
): Inference<QuantileEffect> {
  const { alpha, share } = options
  if (!(share > 0 && share < 1)) return noAnswer('out_of_range')
  const fault = resamplingFault([control, treatment], options)
  if (fault) return noAnswer(fault)
  const stream = randomStream(options.random)
  const c = Float64Array.from(control).sort()
  const t = Float64Array.from(treatment).sort()
  const [controlQuantile, treatmentQuantile] = [sampleQuantile(c, share), sampleQuantile(t, share)]
  const effect = treatmentQuantile - controlQuantile
  const effects = resampledEffects(c, t, stream, options)
  const standardError = Math.sqrt(sampleVariance(momentsOf(effects)))
  if (!(standardError > 0)) return noAnswer('zero_variance')
  const { pValue, method } = permutationOfQuantiles(c, t, stream, options)
  return answer({
    effect,
    controlQuantile,
    treatmentQuantile,
    statistic: effect / standardError,
    standardError,
    pValue,
    pMethod: method,
    lower: sampleQuantile(effects, alpha / 2),
    upper: sampleQuantile(effects, 1 - alpha / 2),
    level: 1 - alpha,
  })
}

function resampledEffects(
  control: Float64Array,
  treatment: Float64Array,
  stream: RandomStream,
  { draws, share, progress }: ResamplingOptions & { readonly share: number },
): Float64Array {
  const pair = { first: 0, second: 0 }
  const drawQuantile = (sorted: Float64Array) => {
    const { low, weight } = quantilePosition(sorted.length, share)
    drawOrderPair(stream, sorted.length, low, pair)
    return interpolate(sorted[pair.first]!, sorted[pair.second]!, weight)
  }
  const effects = new Float64Array(draws)
  const step = (draw: number) => {
    effects[draw] = drawQuantile(treatment) - drawQuantile(control)
  }
  runDraws(draws, step, progress, 0)
  return effects.sort()
}

function permutationOfQuantiles(
  control: Float64Array,
  treatment: Float64Array,
  stream: RandomStream,
  options: ResamplingOptions & { readonly share: number },
): PermutationP {
  const { share } = options
  const pool = new Float64Array(control.length + treatment.length)
  pool.set(control)
  pool.set(treatment, control.length)
  pool.sort()
  const size = treatment.length
  const observed = sampleQuantile(treatment, share) - sampleQuantile(control, share)
  if (arrangements(pool.length, size) > options.draws) {
    return randomPermutationP(options, observed, randomDifference(pool, size, share, stream))
  }
  return exactPermutationP(pool.length, size, observed, chosen => {
    const taken = new Set(chosen)
    const others = pool.filter((_, at) => !taken.has(at))
    return (
      sampleQuantile(
        Float64Array.from(chosen, at => pool[at]!),
        share,
      ) - sampleQuantile(others, share)
    )
  })
}

/** Deals the sorted pool to both arms until both quantiles are passed. */
function randomDifference(pool: Float64Array, size: number, share: number, stream: RandomStream): () => number {
  const ofTreatment = quantilePosition(size, share)
  const ofControl = quantilePosition(pool.length - size, share)
  const wanted: DealtRanks = {
    treatment: ofTreatment.low,
    treatmentStop: Math.min(size, ofTreatment.low + 2),
    control: ofControl.low,
    controlStop: Math.min(pool.length - size, ofControl.low + 2),
  }
  const places = new Int32Array(4)
  return () => {
    dealRanks(stream, pool.length, size, wanted, places)
    const [lowT, highT, lowC, highC] = [pool[places[0]!]!, pool[places[1]!]!, pool[places[2]!]!, pool[places[3]!]!]
    return interpolate(lowT, highT, ofTreatment.weight) - interpolate(lowC, highC, ofControl.weight)
  }
}
