import { planning } from '../../../locales/en/planning.ts'
import { fillWords } from '../../http/fill-words.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { armAlpha, designEffect, isClusterDesign, plannedRate } from './primary-size.ts'

const words = planning.assumptions

/** What the sizes rest on, in sentences. */
export function assumptionsOf(plan: CalculationPlan): readonly string[] {
  const { metric_type: type, std_dev: spread, power } = plan
  const values = {
    baseline: plan.baseline_value,
    planned: Number(plannedRate(plan).toPrecision(6)),
    spread: spread ?? '',
  }
  return [
    fillWords(type === 'binary' ? words.binary : type === 'ratio' ? words.ratio : words.continuous, values),
    fillWords(words.twoSided, { alpha: Number(armAlpha(plan).toPrecision(4)), power }),
    words.independent,
    words.equalArms,
    ...clusterAssumptions(plan),
  ]
}

/** Only with more than one comparison. */
export function bonferroniNote(plan: CalculationPlan): string | null {
  if (plan.variants_count === 2) return null
  const alpha = Number(armAlpha(plan).toPrecision(4))
  return fillWords(planning.bonferroniNote, { comparisons: plan.variants_count - 1, alpha })
}

function clusterAssumptions(plan: CalculationPlan): readonly string[] {
  if (!isClusterDesign(plan)) return []
  return [
    fillWords(words.clusterDesignEffect, { effect: Number(designEffect(plan).toFixed(4)) }),
    fillWords(words.clusterSize, { size: plan.avg_cluster_size! }),
    words.clusterAnalysis,
  ]
}
