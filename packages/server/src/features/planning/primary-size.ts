import {
  type Inference,
  noAnswer,
  powerTwoMeans,
  powerTwoProportions,
  sizeTwoMeans,
  sizeTwoProportions,
} from '@verdict/stats'
import type { CalculationPlan } from './calculation-schema.ts'

/** alpha of one comparison with control (Bonferroni). */
export function armAlpha(plan: { readonly alpha: number; readonly variants_count: number }): number {
  return plan.alpha / (plan.variants_count - 1)
}

/** The effect planned for, in the metric's own unit, without its sign. */
export function absoluteEffect(plan: Pick<CalculationPlan, 'baseline_value' | 'mde_pct'>): number {
  return (plan.baseline_value * plan.mde_pct) / 100
}

/** The rate under treatment: the effect goes in the direction that is good. */
export function plannedRate(plan: CalculationPlan): number {
  return plan.baseline_value + (plan.direction === 'decrease' ? -1 : 1) * absoluteEffect(plan)
}

/** Users per arm in equal arms, before any design effect. `spread` replaces the standard deviation (CUPED). */
export function primarySize(plan: CalculationPlan, spread = plan.std_dev): Inference<number> {
  const { power } = plan
  const alpha = armAlpha(plan)
  if (plan.metric_type === 'binary') {
    return sizeTwoProportions({ baseline: plan.baseline_value, treatment: plannedRate(plan), alpha, power })
  }
  if (spread === null) return noAnswer('out_of_range')
  return sizeTwoMeans({ sigma: spread, delta: absoluteEffect(plan), alpha, power })
}

/** Power of one comparison with these arm sizes. */
export function primaryPower(plan: CalculationPlan, controlN: number, treatmentN: number): number {
  const alpha = armAlpha(plan)
  if (plan.metric_type === 'binary') {
    return powerTwoProportions({
      baseline: plan.baseline_value,
      treatment: plannedRate(plan),
      alpha,
      controlN,
      treatmentN,
    })
  }
  return powerTwoMeans({ sigma: plan.std_dev ?? Number.NaN, delta: absoluteEffect(plan), alpha, controlN, treatmentN })
}

/** 1 + (m - 1) ICC in a cluster design with both inputs; 1 otherwise. */
export function designEffect(plan: CalculationPlan): number {
  if (!isClusterDesign(plan)) return 1
  return 1 + ((plan.avg_cluster_size ?? 1) - 1) * (plan.icc ?? 0)
}

export function isClusterDesign(plan: CalculationPlan): boolean {
  return plan.randomization_unit === 'cluster' && plan.avg_cluster_size !== null && plan.icc !== null
}
