import type { Issue } from '../../http/errors.ts'
import { metricIssues, precisionIssues, ruleBroken, splitIssues } from '../projects/design-rules.ts'
import type { CalculationPlan } from './calculation-schema.ts'

/** What the fields of a plan owe each other. */
export function calculationIssues(plan: CalculationPlan): readonly Issue[] {
  return [
    ...metricIssues(plan, ['body'], true),
    ...splitIssues(plan.traffic_split, plan.variants_count, ['body']),
    ...countIssues(plan),
    ...precisionIssues(plan, ['body']),
  ]
}

/** What this version can not size yet; each refusal names the field and its value. */
export function notYetIssues(plan: CalculationPlan): readonly Issue[] {
  const issues: Issue[] = []
  if (plan.decision_policy !== null) issues.push(ruleBroken(['body', 'decision_policy'], { key: 'policyNotYet' }))
  if (plan.given_sample_size_per_variant !== null) {
    issues.push(ruleBroken(['body', 'given_sample_size_per_variant'], { key: 'givenSizeNotYet' }))
  }
  return issues
}

function countIssues({ actual_counts: counts, variants_count: variants }: CalculationPlan): readonly Issue[] {
  if (counts === null) return []
  if (counts.length !== variants) {
    return [ruleBroken(['body', 'actual_counts'], { key: 'countItems', values: { items: counts.length, variants } })]
  }
  if (counts.some(count => count > 0)) return []
  return [ruleBroken(['body', 'actual_counts'], { key: 'noCount' })]
}
