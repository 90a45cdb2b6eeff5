import type { NoAnswerReason } from '../inference.ts'
import { isLevel } from '../level.ts'

/** Persons who converted, out of n. */
export interface Proportion {
  readonly successes: number
  readonly n: number
}

/** Why these proportions cannot be tested or bounded at this alpha; null when they can. */
export function proportionFault(proportions: readonly Proportion[], alpha: number): NoAnswerReason | null {
  if (!proportions.every(p => Number.isFinite(p.successes) && Number.isFinite(p.n))) return 'not_finite'
  if (!proportions.every(p => p.n >= 1)) return 'too_few_persons'
  const inRange = proportions.every(p => p.successes >= 0 && p.successes <= p.n)
  return inRange && isLevel(alpha) ? null : 'out_of_range'
}
