import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { momentsOf, sampleVariance } from '../moments.ts'
import type { RandomStream } from '../random.ts'
import { drawnSum, randomStream, resampledSum } from '../random.ts'
import type { PermutationP } from './permutation.ts'
import { arrangements, exactPermutationP, randomPermutationP } from './permutation.ts'
import { sampleQuantile } from './quantile.ts'
import type { ResamplingOptions } from './resampling-options.ts'
import { resamplingFault, runDraws } from './resampling-options.ts'
import { studentizedInterval } from './studentized.ts'

/** Permutation test of two means with a bootstrap interval, in the metric's units. */
export interface BootstrapTest extends Interval {
  readonly effect: number
  /** effect / Welch's standard error */
  readonly statistic: number
  /** standard deviation of the resampled effects */
  readonly standardError: number
  readonly pValue: number
  readonly pMethod: 'exact' | 'random'
  /** effect / pooled standard deviation */
  readonly cohensD: number
}

/**
 * Difference of means by resampling: the interval by the percentile, the studentized (bootstrap-t) or the BCa bootstrap
 * (Efron 1979, 1987; acceleration of two samples by Davison & Hinkley 1997, eq. 5.28), p by permutation of the labels, exact where there are at most `draws`
 * arrangements. The same generator gives the same answer. Two constant arms: `zero_variance`; so
 * few persons that a bound of the studentized interval is infinite: `unbounded`.
 */
export function bootstrapTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  options: ResamplingOptions & { readonly interval: 'percentile' | 'bca' | 'studentized' },
): Inference<BootstrapTest> {
  const fault = resamplingFault([control, treatment], options)
  if (fault) return noAnswer(fault)
  const stream = randomStream(options.random)
  const [c, t] = [momentsOf(control), momentsOf(treatment)]
  if (c.m2 + t.m2 === 0) return noAnswer('zero_variance')
  const effect = t.mean - c.mean
  const bounds = intervalOf([control, treatment], [c.mean, t.mean], stream, options)
  if (!Number.isFinite(bounds.lower + bounds.upper)) return noAnswer('unbounded')
  const { pValue, method } = permutationOfMeans(control, treatment, effect, stream, options)
  return answer({
    effect,
    statistic: effect / Math.sqrt(sampleVariance(c) / c.n + sampleVariance(t) / t.n),
    standardError: bounds.standardError,
    pValue,
    pMethod: method,
    lower: effect + bounds.lower,
    upper: effect + bounds.upper,
    level: 1 - options.alpha,
    cohensD: effect / Math.sqrt((c.m2 + t.m2) / (c.n + t.n - 2)),
  })
}

/** Ends of the interval, less the observed effect, and the standard deviation of the resampled effects. */
function intervalOf(
  [control, treatment]: readonly [ArrayLike<number>, ArrayLike<number>],
  [meanC, meanT]: readonly [number, number],
  stream: RandomStream,
  options: ResamplingOptions & { readonly interval: 'percentile' | 'bca' | 'studentized' },
) {
  const [c, t] = [centred(control, meanC), centred(treatment, meanT)]
  if (options.interval === 'studentized') return studentizedInterval(c, t, stream, options)
  const effects = resampledDeviations(c, t, stream, options)
  const ends = options.interval === 'bca' ? bcaShares(effects, control, treatment, options.alpha) : null
  const [low, high] = ends ?? [options.alpha / 2, 1 - options.alpha / 2]
  return {
    lower: sampleQuantile(effects, low),
    upper: sampleQuantile(effects, high),
    standardError: Math.sqrt(sampleVariance(momentsOf(effects))),
  }
}

/** Sorted differences of resampled means, less the observed one. */
function resampledDeviations(
  control: Float64Array,
  treatment: Float64Array,
  stream: RandomStream,
  { draws, progress }: ResamplingOptions,
): Float64Array {
  const effects = new Float64Array(draws)
  const step = (draw: number) => {
    effects[draw] = resampledSum(stream, treatment) / treatment.length - resampledSum(stream, control) / control.length
  }
  runDraws(draws, step, progress, 0)
  return effects.sort()
}

/** The shares of the sorted resamples at which the BCa interval ends. */
function bcaShares(
  effects: Float64Array,
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  alpha: number,
): [number, number] {
  const below = effects.reduce((count, effect) => count + (effect < 0 ? 1 : effect === 0 ? 0.5 : 0), 0)
  const bounded = Math.min(effects.length - 0.5, Math.max(0.5, below))
  const bias = normalQuantile(bounded / effects.length)
  const [c, t] = [control, treatment].map(influences)
  const acceleration = (t!.cubes - c!.cubes) / (6 * (t!.squares + c!.squares) ** 1.5)
  const share = (z: number) => normalCdf(bias + (bias + z) / (1 - acceleration * (bias + z)))
  return [share(normalQuantile(alpha / 2)), share(-normalQuantile(alpha / 2))]
}

function influences(sample: ArrayLike<number>): { squares: number; cubes: number } {
  const { mean, n } = momentsOf(sample)
  let [squares, cubes] = [0, 0]
  for (let i = 0; i < n; i += 1) {
    const influence = (sample[i]! - mean) / n
    squares += influence ** 2
    cubes += influence ** 3
  }
  return { squares, cubes }
}

function permutationOfMeans(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  observed: number,
  stream: RandomStream,
  options: ResamplingOptions,
): PermutationP {
  const all = new Float64Array(control.length + treatment.length)
  all.set(Float64Array.from(control))
  all.set(Float64Array.from(treatment), control.length)
  const pool = centred(all, momentsOf(all).mean)
  const size = treatment.length
  // The pool is centred: the other arm's sum is the negative.
  const perSum = 1 / size + 1 / control.length
  if (arrangements(pool.length, size) > options.draws) {
    // Either arm will do: the sums are opposite, and only the size of the difference counts.
    const fewer = Math.min(size, control.length)
    return randomPermutationP(options, observed, () => drawnSum(stream, pool, fewer) * perSum)
  }
  return exactPermutationP(pool.length, size, observed, chosen => {
    let sum = 0
    for (const at of chosen) sum += pool[at]!
    return sum * perSum
  })
}

function centred(values: ArrayLike<number>, mean: number): Float64Array {
  return Float64Array.from(values, value => value - mean)
}
