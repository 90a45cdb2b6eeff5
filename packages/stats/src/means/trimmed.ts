import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { momentsOf } from '../moments.ts'

interface TrimmedMean {
  readonly mean: number
  /** persons left */
  readonly kept: number
  /** Yuen's variance of the trimmed mean */
  readonly variance: number
}

/**
 * Yuen's test (1974) of two trimmed means with Welch's degrees of freedom: g = floor(n trim) persons cut at either end,
 * h = n - 2g left, d = (winsorized sum of squares) / (h (h - 1)), t = difference / sqrt(d_c + d_t). `trim` in [0, 0.5).
 * Fewer than 2 left: `too_few_persons`; equal winsorized values in both arms: `zero_variance`.
 */
export function trimmedTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  { trim, alpha }: { readonly trim: number; readonly alpha: number },
): Inference<EffectTest> {
  if (!(trim >= 0 && trim < 0.5 && isLevel(alpha))) return noAnswer('out_of_range')
  const c = trimmedMean(control, trim)
  const t = trimmedMean(treatment, trim)
  if (!(c.kept >= 2 && t.kept >= 2)) return noAnswer('too_few_persons')
  const squaredError = c.variance + t.variance
  if (!Number.isFinite(squaredError + c.mean + t.mean)) return noAnswer('not_finite')
  if (squaredError === 0) return noAnswer('zero_variance')
  const share = c.variance / squaredError
  const degreesOfFreedom = 1 / (share ** 2 / (c.kept - 1) + (t.variance / squaredError) ** 2 / (t.kept - 1))
  return answer(effectTest(t.mean - c.mean, Math.sqrt(squaredError), degreesOfFreedom, alpha))
}

function trimmedMean(values: ArrayLike<number>, trim: number): TrimmedMean {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  const cut = Math.floor(n * trim)
  const kept = n - 2 * cut
  const { mean } = momentsOf(sorted.subarray(cut, n - cut))
  sorted.fill(sorted[cut] ?? 0, 0, cut)
  sorted.fill(sorted[n - cut - 1] ?? 0, n - cut)
  return { mean, kept, variance: momentsOf(sorted).m2 / kept / (kept - 1) }
}
