import { momentsOf, sampleVariance } from '../moments.ts'
import type { RandomStream } from '../random.ts'
import { resampledSquares } from '../random.ts'
import { sampleQuantile } from './quantile.ts'
import type { ResamplingOptions } from './resampling-options.ts'
import { runDraws } from './resampling-options.ts'

/**
 * The bootstrap-t interval of a difference of means, less the effect (Efron 1979; Davison & Hinkley 1997, eq. 2.13): the
 * resampled statistics (effect* - effect) / error* take the place of Student's t. Both samples centred. An end may be
 * infinite where resamples without any spread weigh more than alpha / 2.
 */
export function studentizedInterval(
  control: Float64Array,
  treatment: Float64Array,
  stream: RandomStream,
  { draws, alpha, progress }: ResamplingOptions,
): { readonly lower: number; readonly upper: number; readonly standardError: number } {
  const statistics = new Float64Array(draws)
  const effects = new Float64Array(draws)
  const sums = new Float64Array(2)
  const step = (draw: number) => {
    const t = resampledMean(stream, treatment, sums)
    const c = resampledMean(stream, control, sums)
    effects[draw] = t.mean - c.mean
    statistics[draw] = quotient(t.mean - c.mean, Math.sqrt(t.squaredError + c.squaredError))
  }
  runDraws(draws, step, progress, 0)
  statistics.sort()
  const error = Math.sqrt(
    [control, treatment].reduce((sum, arm) => sum + sampleVariance(momentsOf(arm)) / arm.length, 0),
  )
  return {
    lower: -error * sampleQuantile(statistics, 1 - alpha / 2),
    upper: -error * sampleQuantile(statistics, alpha / 2),
    standardError: Math.sqrt(sampleVariance(momentsOf(effects))),
  }
}

function resampledMean(stream: RandomStream, values: Float64Array, sums: Float64Array) {
  const n = values.length
  resampledSquares(stream, values, sums)
  const mean = sums[0]! / n
  const m2 = sums[1]! - sums[0]! * mean
  // What is left of equal values is rounding.
  return { mean, squaredError: m2 <= 1e-13 * sums[1]! ? 0 : m2 / (n - 1) / n }
}

function quotient(gap: number, error: number): number {
  return gap === 0 ? 0 : gap / error
}
