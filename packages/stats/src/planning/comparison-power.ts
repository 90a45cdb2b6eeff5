import { normalCdf, normalUpperQuantile } from '../distributions/normal.ts'
import { dunnettCritical } from '../dunnett.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import type { Comparison } from './holm-power.ts'
import { holmPower } from './holm-power.ts'
import type { SplitSizes } from './size-for-split.ts'
import { smallestSplit } from './size-for-split.ts'

/** How several comparisons with one control share alpha. */
export type ArmAdjustment = 'none' | 'bonferroni' | 'holm' | 'dunnett'

/** Treatments against one control, each by a two-sided z test. */
export interface ComparisonDesign {
  /** planned difference over one person's standard deviation; its sign is the direction that counts as power */
  readonly shift: number
  /** of the whole family, two-sided */
  readonly alpha: number
  readonly adjustment: ArmAdjustment
  /** whether the other arms have the planned effect too, or none; matters to Holm only */
  readonly others: 'at_effect' | 'at_null'
}

/**
 * Power of the comparison of `arm` (from 1) with the control (arm 0) of `sizes` persons; the wrong side is not counted.
 * Bonferroni and Dunnett: Phi(drift - critical), drift = shift sqrt(n_0 n_i / (n_0 + n_i)). Holm: by quadrature over the shared
 * control. Throws a RangeError for sizes, an arm or an alpha that cannot be.
 */
export function comparisonPower(design: ComparisonDesign, sizes: readonly number[], arm: number): number {
  const [control = 0, ...treatments] = sizes
  const own = treatments[arm - 1]
  if (own === undefined || !sizes.every(n => n > 0)) throw new RangeError('the arm and the control must have sizes')
  if (!isLevel(design.alpha)) throw new RangeError('alpha must lie between 0 and 1')
  const shift = Math.abs(design.shift)
  const comparison = (n: number, effect: number): Comparison => ({
    drift: effect * Math.sqrt((n * control) / (n + control)),
    loading: Math.sqrt(n / (n + control)),
  })
  if (design.adjustment !== 'holm') {
    return normalCdf(comparison(own, shift).drift - criticalValue(design, sizes))
  }
  const rest = treatments.filter((_, i) => i !== arm - 1)
  const othersShift = design.others === 'at_effect' ? shift : 0
  return holmPower(
    comparison(own, shift),
    rest.map(n => comparison(n, othersShift)),
    design.alpha,
  )
}

/**
 * Sizes of the smallest total, shared out by `split` (control first), whose every comparison keeps the power. Reasons:
 * `not_finite`, `out_of_range` (no total below 2^53 suffices, or the design cannot be).
 */
export function sizeForComparisons(
  design: ComparisonDesign & { readonly split: readonly number[]; readonly power: number },
): Inference<SplitSizes> {
  const { split, shift, alpha, power } = design
  if (![...split, shift, alpha, power].every(Number.isFinite)) return noAnswer('not_finite')
  const isSound = split.length > 1 && split.every(share => share > 0) && shift !== 0
  if (!(isSound && isLevel(alpha) && isLevel(power))) return noAnswer('out_of_range')
  // Dunnett's value depends on the shares alone, so that it is found once and not at every total.
  const critical = design.adjustment === 'dunnett' ? criticalValue(design, split) : null
  const fixed = normalUpperQuantile(alpha / 2 / (split.length - 1)) + Math.max(0, normalUpperQuantile(1 - power))
  const sizes = smallestSplit(split, 2 * split.length * (fixed / shift) ** 2, sizes =>
    distinctArms(sizes).every(arm => powerWith(design, sizes, arm, critical) >= power),
  )
  return Number.isFinite(sizes.total) ? answer(sizes) : noAnswer('out_of_range')
}

function powerWith(design: ComparisonDesign, sizes: readonly number[], arm: number, critical: number | null): number {
  if (critical === null) return comparisonPower(design, sizes, arm)
  const [control, own] = [sizes[0]!, sizes[arm]!]
  return normalCdf(Math.abs(design.shift) * Math.sqrt((own * control) / (own + control)) - critical)
}

function criticalValue({ adjustment, alpha }: ComparisonDesign, sizes: readonly number[]): number {
  if (adjustment === 'dunnett') return dunnettCritical(sizes, alpha)
  return normalUpperQuantile(alpha / 2 / (adjustment === 'none' ? 1 : sizes.length - 1))
}

/** One arm of each size that occurs: the others have its power. */
function distinctArms(sizes: readonly number[]): number[] {
  const arms = new Map(sizes.slice(1).map((size, i) => [size, i + 1] as const))
  return [...arms.values()]
}
