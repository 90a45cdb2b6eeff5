import type { Inference } from '../src/inference.ts'

/** The value of an inference that must have one; throws the reason otherwise. For tests and simulations. */
export function answered<T>(inference: Inference<T>): T {
  if (!inference.ok) throw new Error(`no answer: ${inference.reason}`)
  return inference.value
}
