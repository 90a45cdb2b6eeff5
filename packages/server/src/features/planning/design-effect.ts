import { dunnettCritical, normalSurvival } from '@verdict/stats'
import type { CalculationPlan } from './calculation-schema.ts'

interface ArmPlan {
  readonly alpha: number
  readonly variants_count: number
  readonly traffic_split: readonly number[]
  readonly decision_policy: { readonly arm_adjustment: 'bonferroni' | 'holm' | 'dunnett' | 'none' } | null
}

/**
 * alpha of one comparison with control, by the design's adjustment over the arms; Bonferroni without one. Holm's first step is
 * Bonferroni's, and the one that an arm must pass which alone has an effect.
 */
export function armAlpha({ alpha, variants_count: variants, traffic_split: split, ...plan }: ArmPlan): number {
  const adjustment = plan.decision_policy?.arm_adjustment ?? 'bonferroni'
  if (variants === 2 || adjustment === 'none') return alpha
  return adjustment === 'dunnett' ? dunnettAlpha(split, alpha) : alpha / (variants - 1)
}

// A read-out asks for it several times.
let lastDunnett = { key: '', alpha: 0 }

function dunnettAlpha(split: readonly number[], alpha: number): number {
  const key = JSON.stringify([split, alpha])
  if (lastDunnett.key !== key) lastDunnett = { key, alpha: 2 * normalSurvival(dunnettCritical(split, alpha)) }
  return lastDunnett.alpha
}

/** 1 + (m - 1) ICC in a cluster design with both inputs; 1 otherwise. */
export function designEffect(plan: CalculationPlan): number {
  if (!isClusterDesign(plan)) return 1
  return 1 + ((plan.avg_cluster_size ?? 1) - 1) * (plan.icc ?? 0)
}

export function isClusterDesign(plan: CalculationPlan): boolean {
  return plan.randomization_unit === 'cluster' && plan.avg_cluster_size !== null && plan.icc !== null
}
