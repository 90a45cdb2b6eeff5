import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { momentsOf, sampleVariance } from '../moments.ts'

/** The t test of paired differences, with their mean in standard deviations. */
export interface PairedTest extends EffectTest {
  /** mean difference / standard deviation of the differences (Cohen 1988) */
  readonly effectSize: number
}

/**
 * Student's paired t test (1908) of treatment - control within persons, n - 1 degrees of freedom. Equal lengths, else
 * `out_of_range`; fewer than 2 pairs: `too_few_persons`; equal differences: `zero_variance`.
 */
export function pairedTest(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  alpha: number,
): Inference<PairedTest> {
  if (control.length !== treatment.length || !isLevel(alpha)) return noAnswer('out_of_range')
  if (control.length < 2) return noAnswer('too_few_persons')
  const differences = momentsOf(Float64Array.from(control, (value, i) => treatment[i]! - value))
  const variance = sampleVariance(differences)
  if (!Number.isFinite(differences.mean + variance)) return noAnswer('not_finite')
  if (variance === 0) return noAnswer('zero_variance')
  const { n, mean } = differences
  return answer({
    ...effectTest(mean, Math.sqrt(variance / n), n - 1, alpha),
    effectSize: mean / Math.sqrt(variance),
  })
}
