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
  const refuse = (field: keyof CalculationPlan, what: string) =>
    issues.push(ruleBroken(['body', field], `${what} comes with the complete planning release`))
  if (plan.decision_policy !== null) refuse('decision_policy', 'the operating characteristics of a decision policy')
  if (plan.given_sample_size_per_variant !== null) refuse('given_sample_size_per_variant', 'power at a given size')
  return issues
}

function countIssues({ actual_counts: counts, variants_count: variants }: CalculationPlan): readonly Issue[] {
  if (counts === null) return []
  if (counts.length !== variants) {
    return [ruleBroken(['body', 'actual_counts'], `actual_counts has ${counts.length} items for ${variants} variants`)]
  }
  if (counts.some(count => count > 0)) return []
  return [ruleBroken(['body', 'actual_counts'], 'at least one count is above 0')]
}
