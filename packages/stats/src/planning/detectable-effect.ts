import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'

export interface DetectableEffectQuestion {
  /** power against an effect above 0, in any unit; rises with the effect */
  powerAt(effect: number): number
  /** wanted, between 0 and 1 */
  readonly power: number
  /** the largest effect that makes sense; Infinity where there is no such */
  readonly largest: number
  /** where the search begins (1); a good guess saves steps, no more */
  readonly from?: number
}

const STEPS = 80
const LEAST = 1e-290
const MOST = 1e290
/** Where the power has no value at the largest effect itself, a rate of 1 say. */
const JUST_INSIDE = 1 - 2 ** -20

/**
 * The smallest effect that is seen with the wanted power at a given size (the minimum detectable effect): by doubling or
 * halving to a bracket and then bisection of its logarithm, to about 1e-15 relative. Where no effect up to the largest
 * reaches the power: `out_of_range`.
 */
export function detectableEffect(question: DetectableEffectQuestion): Inference<number> {
  const { powerAt, power, largest, from = 1 } = question
  if (!(power > 0 && power < 1 && largest > 0 && from > 0)) return noAnswer('out_of_range')
  const reaches = (effect: number) => powerAt(effect) >= power
  const end = Number.isFinite(largest) && Number.isNaN(powerAt(largest)) ? largest * JUST_INSIDE : largest
  let above = Math.min(from, end)
  while (!reaches(above)) {
    if (above >= Math.min(end, MOST)) return noAnswer('out_of_range')
    above = Math.min(2 * above, end)
  }
  let below = above / 2
  while (reaches(below)) {
    above = below
    below /= 2
    // Even next to nothing is seen: the wanted power is no more than the level of the test.
    if (below < LEAST) return noAnswer('out_of_range')
  }
  for (let step = 0; step < STEPS && below < above; step += 1) {
    const middle = Math.sqrt(below) * Math.sqrt(above)
    if (middle <= below || middle >= above) break
    if (reaches(middle)) above = middle
    else below = middle
  }
  return answer(above)
}
