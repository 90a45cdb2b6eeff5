import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { riskTable } from './risk-table.ts'
import type { SurvivalArm } from './survival-arm.ts'
import { survivalFault } from './survival-arm.ts'

/** Mean time without the event up to a horizon, and the variance of its estimate. */
export interface RestrictedMean {
  readonly mean: number
  readonly variance: number
}

/**
 * Restricted mean survival time: the area under the Kaplan-Meier curve up to `horizon`; variance
 * sum of A_i^2 d_i / (n_i (n_i - d_i)), A_i the area from event time i on (Royston & Parmar 2013). The horizon must lie
 * within the arm's observation, else `out_of_range`.
 */
export function restrictedMean(arm: SurvivalArm, horizon: number): Inference<RestrictedMean> {
  const fault = survivalFault([arm])
  if (fault && fault !== 'zero_total') return noAnswer(fault)
  const observed = Array.from(arm.durations).reduce((longest, time) => Math.max(longest, time), 0)
  if (!(horizon > 0 && horizon <= observed)) return noAnswer('out_of_range')
  const { times, atRisk, events } = riskTable([arm])
  const inside = times.filter(time => time <= horizon)
  let survival = 1
  const after = inside.map((_, i) => {
    survival *= 1 - events[0]![i]! / atRisk[0]![i]!
    return survival
  })
  let area = 0
  let variance = 0
  for (let i = inside.length - 1; i >= 0; i -= 1) {
    area += after[i]! * ((inside[i + 1] ?? horizon) - inside[i]!)
    const [n, d] = [atRisk[0]![i]!, events[0]![i]!]
    if (d < n) variance += area ** 2 * (d / n / (n - d))
  }
  return answer({ mean: area + (inside[0] ?? horizon), variance })
}

/** Difference of the restricted means, treatment - control, in units of time, on a normal statistic. */
export function restrictedMeanTest(
  control: SurvivalArm,
  treatment: SurvivalArm,
  { horizon, alpha }: { readonly horizon: number; readonly alpha: number },
): Inference<EffectTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const c = restrictedMean(control, horizon)
  if (!c.ok) return c
  const t = restrictedMean(treatment, horizon)
  if (!t.ok) return t
  const squaredError = c.value.variance + t.value.variance
  if (squaredError === 0) return noAnswer('zero_variance')
  const effect = t.value.mean - c.value.mean
  return answer(effectTest(effect, Math.sqrt(squaredError), Number.POSITIVE_INFINITY, alpha))
}
