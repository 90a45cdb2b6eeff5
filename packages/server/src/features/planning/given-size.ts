import { detectableEffect } from '@verdict/stats'
import type { CalculationPlan } from './calculation-schema.ts'
import { designEffect } from './design-effect.ts'
import { plannedTest } from './planned-test.ts'

/** What a size that is given can show. */
export interface GivenSize {
  readonly power: number
  /** Percent of the baseline; of the margin for a test of equivalence. Null where no effect is seen with the planned power. */
  readonly mdePct: number | null
}

/** Power at the planned effect, and the smallest effect at the planned power, with so many users in each arm. */
export function givenSize(plan: CalculationPlan): GivenSize | null {
  const { given_sample_size_per_variant: users } = plan
  if (users === null) return null
  const persons = users / designEffect(plan)
  const isEquivalence = plan.planned_test === 'tost'
  const planned = isEquivalence ? plan.equivalence_margin_pct! : plan.mde_pct
  const powerAt = (percent: number) => {
    const changed = isEquivalence ? { equivalence_margin_pct: percent } : { mde_pct: percent }
    const test = plannedTest({ ...plan, ...changed })
    return test.powerInEqualArms?.(persons) ?? test.power(persons, persons)
  }
  const mde = detectableEffect({ powerAt, power: plan.power, largest: largestPercent(plan), from: planned })
  return { power: powerAt(planned), mdePct: mde.ok ? mde.value : null }
}

// A rate stays below 1, and nothing falls below 0.
function largestPercent({ metric_type: type, baseline_value: baseline, direction, planned_test }: CalculationPlan) {
  const isMean = type === 'continuous' || type === 'ratio'
  if (isMean || planned_test === 'tost') return Number.POSITIVE_INFINITY
  if (direction === 'decrease') return 100
  return type === 'binary' ? (100 * (1 - baseline)) / baseline : Number.POSITIVE_INFINITY
}
