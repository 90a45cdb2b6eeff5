import type { Inference } from '@verdict/stats'

/** The value of a statistic that must have one. */
export function answered<T>(inference: Inference<T>): T {
  if (!inference.ok) throw new Error(`no answer: ${inference.reason}`)
  return inference.value
}
