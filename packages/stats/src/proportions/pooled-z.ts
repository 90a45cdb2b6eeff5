import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { newcombeInterval, rateDifference } from './newcombe.ts'
import type { Proportion } from './proportion.ts'

/**
 * Two-proportion z test, two-sided, standard error from the pooled rate; the interval is Newcombe's. Effects as fractions.
 * z = (p_t - p_c) / sqrt(p q (1/n_c + 1/n_t)), p = all successes / all persons (Fleiss, Levin & Paik 2003, eq. 3.5 without
 * continuity correction). Nobody or everybody converted in both arms: `zero_variance`.
 */
export function pooledZTest(control: Proportion, treatment: Proportion, alpha: number): Inference<EffectTest> {
  const interval = newcombeInterval(control, treatment, alpha)
  if (!interval.ok) return interval
  const standardError = pooledStandardError(control, treatment)
  if (standardError === 0) return noAnswer('zero_variance')
  const test = effectTest(rateDifference(control, treatment), standardError, Number.POSITIVE_INFINITY, alpha)
  return answer({ ...test, ...interval.value })
}

/** sqrt(p q (1/n_c + 1/n_t)) with p = successes / n, as one quotient of counts. */
function pooledStandardError(control: Proportion, treatment: Proportion): number {
  const successes = control.successes + treatment.successes
  const n = control.n + treatment.n
  return Math.sqrt(((successes / control.n) * ((n - successes) / treatment.n)) / n)
}
