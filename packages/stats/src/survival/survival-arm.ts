import type { NoAnswerReason } from '../inference.ts'

/** Times until an event or until observation ended (censored), in any unit. */
export interface SurvivalArm {
  readonly durations: ArrayLike<number>
  /** whether the event was seen at that time; same length */
  readonly events: ArrayLike<boolean>
}

/** Why these arms cannot be analysed; null when they can. Nobody in an arm: `too_few_persons`; no event: `zero_total`. */
export function survivalFault(arms: readonly SurvivalArm[]): NoAnswerReason | null {
  if (arms.some(arm => arm.durations.length !== arm.events.length)) return 'out_of_range'
  if (arms.some(arm => arm.durations.length === 0)) return 'too_few_persons'
  let seen = 0
  for (const { durations, events } of arms) {
    for (let i = 0; i < durations.length; i += 1) {
      if (!Number.isFinite(durations[i]!)) return 'not_finite'
      if (durations[i]! < 0) return 'out_of_range'
      if (events[i]) seen += 1
    }
  }
  return seen === 0 ? 'zero_total' : null
}
