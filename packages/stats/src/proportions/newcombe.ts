import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { Proportion } from './proportion.ts'
import { proportionFault } from './proportion.ts'
import { wilsonReach } from './wilson.ts'

/**
 * Newcombe's hybrid score interval of the difference treatment - control, level 1 - alpha, as fractions
 * (Newcombe 1998, method 10: Wilson limits of both arms, combined as squares). It exists at 0 and n of n, too.
 */
export function newcombeInterval(control: Proportion, treatment: Proportion, alpha: number): Inference<Interval> {
  const fault = proportionFault([control, treatment], alpha)
  if (fault) return noAnswer(fault)
  const z = normalUpperQuantile(alpha / 2)
  const c = wilsonReach(control, z)
  const t = wilsonReach(treatment, z)
  const difference = rateDifference(control, treatment)
  return answer({
    lower: difference - Math.hypot(t.below, c.above),
    upper: difference + Math.hypot(t.above, c.below),
    level: 1 - alpha,
  })
}

/** p_t - p_c over one denominator: the numerator is exact for counts below 2^26. */
export function rateDifference(control: Proportion, treatment: Proportion): number {
  return (treatment.successes * control.n - control.successes * treatment.n) / (control.n * treatment.n)
}
