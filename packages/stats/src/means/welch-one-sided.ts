import type { Inference } from '../inference.ts'
import { answer } from '../inference.ts'
import type { Moments } from '../moments.ts'
import type { Alternative, OneSidedTest } from '../one-sided-test.ts'
import { oneSidedTest } from '../one-sided-test.ts'
import { welchTest } from './welch.ts'

/** Welch's t test of one side, p = P(T > t) or P(T < t), with its bound at level 1 - alpha. Degenerate input: as `welchTest`. */
export function welchOneSidedTest(
  control: Moments,
  treatment: Moments,
  options: { readonly alpha: number; readonly alternative: Alternative },
): Inference<OneSidedTest> {
  const welch = welchTest(control, treatment, options.alpha)
  if (!welch.ok) return welch
  const { effect, standardError, degreesOfFreedom } = welch.value
  return answer(oneSidedTest(effect, standardError, degreesOfFreedom, options))
}
