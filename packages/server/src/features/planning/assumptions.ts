import type { planning } from '../../../locales/en/planning.ts'
import type { Speech } from '../../http/speech.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { armAlpha, designEffect, isClusterDesign } from './design-effect.ts'
import { plannedValue, type TestName } from './planned-test.ts'

/** What the sizes rest on, in sentences. */
export function assumptionsOf(plan: CalculationPlan, test: TestName, speech: Speech): readonly string[] {
  const { say } = speech
  const words = speech.words.planning.assumptions
  const { std_dev: spread, power } = plan
  const values = {
    baseline: plan.baseline_value,
    planned: Number(plannedValue(plan).toPrecision(6)),
    spread: spread ?? '',
  }
  return [
    say(words[testKey(plan, test)], values),
    say(words.twoSided, { alpha: Number(armAlpha(plan).toPrecision(4)), power }),
    words.independent,
    words.equalArms,
    ...clusterAssumptions(plan, speech),
  ]
}

function testKey(plan: CalculationPlan, name: TestName): keyof typeof planning.assumptions {
  if (name !== 'z_test') return TEST_KEYS[name]
  return plan.metric_type === 'binary' ? 'binary' : plan.metric_type === 'ratio' ? 'ratio' : 'continuous'
}

const TEST_KEYS = {
  fisher_exact: 'fisher',
  mann_whitney: 'mannWhitney',
  tost: 'equivalence',
  poisson_rate: 'count',
} as const

/** Only with more than one comparison. */
export function bonferroniNote(plan: CalculationPlan, { say, words }: Speech): string | null {
  if (plan.variants_count === 2) return null
  const alpha = Number(armAlpha(plan).toPrecision(4))
  return say(words.planning.bonferroniNote, { comparisons: plan.variants_count - 1, alpha })
}

function clusterAssumptions(plan: CalculationPlan, speech: Speech): readonly string[] {
  if (!isClusterDesign(plan)) return []
  const { say } = speech
  const words = speech.words.planning.assumptions
  return [
    say(words.clusterDesignEffect, { effect: Number(designEffect(plan).toFixed(4)) }),
    say(words.clusterSize, { size: plan.avg_cluster_size! }),
    words.clusterAnalysis,
  ]
}
