import { smallestTotal } from './smallest-total.ts'

/** Persons of a design whose arms have unequal shares. */
export interface SplitDesign {
  /** traffic shares on any positive scale; arm 0 is the control */
  readonly split: readonly number[]
  /** power of one comparison with control; must not fall as the arms grow */
  readonly powerAt: (controlN: number, treatmentN: number) => number
  readonly power: number
  /** where the search begins; a good guess saves steps, no more */
  readonly startTotal: number
}

/** Persons per arm, and their sum. */
export interface SplitSizes {
  readonly sizes: readonly number[]
  readonly total: number
}

/**
 * Sizes of the smallest total T such that, with ceil(T share_i / sum of shares) persons in arm i, every comparison with
 * control keeps the power. Doubles to a bracket, then bisects: O(log T) evaluations. `total` is the sum of the sizes;
 * Infinity where no total below 2^53 suffices.
 */
export function sizeForSplit({ split, powerAt, power, startTotal }: SplitDesign): SplitSizes {
  return smallestSplit(split, startTotal, ([control = 0, ...treatments]) =>
    treatments.every(treatment => powerAt(control, treatment) >= power),
  )
}

/** Sizes of the smallest total whose arms suffice, shared out by the split; Infinity where no total does. */
export function smallestSplit(
  split: readonly number[],
  startTotal: number,
  suffices: (sizes: readonly number[]) => boolean,
): SplitSizes {
  const shares = split.reduce((sum, share) => sum + share, 0)
  const sizesAt = (total: number) => split.map(share => Math.ceil((total * share) / shares))
  const total = smallestTotal(total => suffices(sizesAt(total)), startTotal)
  if (total === null) return { sizes: split.map(() => Number.POSITIVE_INFINITY), total: Number.POSITIVE_INFINITY }
  const sizes = sizesAt(total)
  return { sizes, total: sizes.reduce((sum, size) => sum + size, 0) }
}
