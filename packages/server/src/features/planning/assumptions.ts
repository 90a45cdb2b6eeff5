import { planning } from '../../../locales/en/planning.ts'
import { fillWords } from '../../http/fill-words.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { armAlpha, designEffect, isClusterDesign } from './design-effect.ts'
import { plannedValue, type TestName } from './planned-test.ts'

const words = planning.assumptions

/** What the sizes rest on, in sentences. */
export function assumptionsOf(plan: CalculationPlan, test: TestName): readonly string[] {
  const { std_dev: spread, power } = plan
  const values = {
    baseline: plan.baseline_value,
    planned: Number(plannedValue(plan).toPrecision(6)),
    spread: spread ?? '',
  }
  return [
    fillWords(testWords(plan, test), values),
    fillWords(words.twoSided, { alpha: Number(armAlpha(plan).toPrecision(4)), power }),
    words.independent,
    words.equalArms,
    ...clusterAssumptions(plan),
  ]
}

function testWords(plan: CalculationPlan, name: TestName): string {
  if (name !== 'z_test') return TEST_WORDS[name]
  return plan.metric_type === 'binary' ? words.binary : plan.metric_type === 'ratio' ? words.ratio : words.continuous
}

const TEST_WORDS: Readonly<Record<Exclude<TestName, 'z_test'>, string>> = {
  fisher_exact: words.fisher,
  mann_whitney: words.mannWhitney,
  tost: words.equivalence,
  poisson_rate: words.count,
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
