import type { CalculationPlan } from './calculation-schema.ts'

/** Users a day that the audience share lets in. */
export function effectiveTraffic(plan: CalculationPlan): number {
  return plan.expected_daily_traffic * plan.audience_share_in_test
}

/** Users a day that are left after the holdout and the experiments that exclude this one. */
export function allocatedTraffic(plan: CalculationPlan): number {
  return (effectiveTraffic(plan) * (1 - (plan.holdout_fraction ?? 0))) / (plan.mutually_exclusive_experiments ?? 1)
}

/** Days until the smallest arm of the split holds so many users. */
export function durationDays(plan: CalculationPlan, sizePerVariant: number): number {
  const total = plan.traffic_split.reduce((sum, part) => sum + part, 0)
  return Math.ceil(sizePerVariant / ((allocatedTraffic(plan) * Math.min(...plan.traffic_split)) / total))
}
