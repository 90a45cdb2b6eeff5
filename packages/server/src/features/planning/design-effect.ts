import type { CalculationPlan } from './calculation-schema.ts'

/** alpha of one comparison with control (Bonferroni). */
export function armAlpha(plan: { readonly alpha: number; readonly variants_count: number }): number {
  return plan.alpha / (plan.variants_count - 1)
}

/** 1 + (m - 1) ICC in a cluster design with both inputs; 1 otherwise. */
export function designEffect(plan: CalculationPlan): number {
  if (!isClusterDesign(plan)) return 1
  return 1 + ((plan.avg_cluster_size ?? 1) - 1) * (plan.icc ?? 0)
}

export function isClusterDesign(plan: CalculationPlan): boolean {
  return plan.randomization_unit === 'cluster' && plan.avg_cluster_size !== null && plan.icc !== null
}
