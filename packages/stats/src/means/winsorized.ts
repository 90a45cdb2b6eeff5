import type { EffectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { momentsOf } from '../moments.ts'
import { sampleQuantile } from '../resampling/quantile.ts'
import { welchTest } from './welch.ts'

/** Welch's test of values that were pulled in to a floor and a cap. */
export interface CappedTest extends EffectTest {
  readonly floor: number
  readonly cap: number
  /** persons whose value was changed */
  readonly changedControl: number
  readonly changedTreatment: number
}

/** Which share of the values lies below the floor, and which below the cap; whose values say where that is. */
export interface WinsorizeOptions {
  /** 0 for no floor */
  readonly lowerShare: number
  /** 1 for no cap */
  readonly upperShare: number
  readonly from: 'pooled' | 'control'
  readonly alpha: number
}

/** Welch's test of values capped at a number that was chosen beforehand: min(value, cap), and max(value, floor). */
export function cappedTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  { floor, cap, alpha }: { readonly floor: number; readonly cap: number; readonly alpha: number },
): Inference<CappedTest> {
  if (!(floor < cap)) return noAnswer('out_of_range')
  const c = capped(control, floor, cap)
  const t = capped(treatment, floor, cap)
  const test = welchTest(momentsOf(c.values), momentsOf(t.values), alpha)
  if (!test.ok) return test
  return answer({ ...test.value, floor, cap, changedControl: c.changed, changedTreatment: t.changed })
}

/**
 * Welch's test of winsorized values: floor and cap are quantiles (type 7) of both arms' values together, or of the
 * control's alone. Their own error is not counted. A floor that meets the cap: `zero_variance`.
 */
export function winsorizedTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  { lowerShare, upperShare, from, alpha }: WinsorizeOptions,
): Inference<CappedTest> {
  if (!(lowerShare >= 0 && lowerShare < upperShare && upperShare <= 1)) return noAnswer('out_of_range')
  if (!(control.length >= 2 && treatment.length >= 2)) return noAnswer('too_few_persons')
  const judged = new Float64Array(control.length + (from === 'pooled' ? treatment.length : 0))
  judged.set(Array.from(control))
  if (from === 'pooled') judged.set(Array.from(treatment), control.length)
  if (!judged.every(Number.isFinite)) return noAnswer('not_finite')
  judged.sort()
  const floor = lowerShare === 0 ? Number.NEGATIVE_INFINITY : sampleQuantile(judged, lowerShare)
  const cap = upperShare === 1 ? Number.POSITIVE_INFINITY : sampleQuantile(judged, upperShare)
  if (floor === cap) return noAnswer('zero_variance')
  return cappedTest(control, treatment, { floor, cap, alpha })
}

function capped(values: ArrayLike<number>, floor: number, cap: number) {
  let changed = 0
  const pulledIn = Float64Array.from(values, value => {
    const inside = Math.min(cap, Math.max(floor, value))
    if (inside !== value) changed += 1
    return inside
  })
  return { values: pulledIn, changed }
}
