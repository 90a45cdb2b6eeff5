import type { Issue } from '../../http/errors.ts'
import { metricIssues, precisionIssues, ruleBroken, splitIssues } from '../projects/design-rules.ts'
import { policyIssues } from '../projects/policy-rules.ts'
import type { CalculationPlan } from './calculation-schema.ts'

/** What the fields of a plan owe each other. */
export function calculationIssues(plan: CalculationPlan): readonly Issue[] {
  return [
    ...metricIssues(plan, ['body'], true),
    ...splitIssues(plan.traffic_split, plan.variants_count, ['body']),
    ...countIssues(plan),
    ...precisionIssues(plan, ['body']),
    ...(plan.decision_policy === null
      ? []
      : policyIssues(plan.decision_policy, plan.power, ['body', 'decision_policy'])),
  ]
}

function countIssues({ actual_counts: counts, variants_count: variants }: CalculationPlan): readonly Issue[] {
  if (counts === null) return []
  if (counts.length !== variants) {
    return [ruleBroken(['body', 'actual_counts'], { key: 'countItems', values: { items: counts.length, variants } })]
  }
  if (counts.some(count => count > 0)) return []
  return [ruleBroken(['body', 'actual_counts'], { key: 'noCount' })]
}
