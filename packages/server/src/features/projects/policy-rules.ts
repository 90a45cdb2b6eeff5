import type { Issue } from '../../http/errors.ts'
import type { ParsedOf } from '../../http/schema.ts'
import type { DecisionPolicy } from './decision-policy-schema.ts'
import { ruleBroken } from './design-rules.ts'

type Policy = ParsedOf<typeof DecisionPolicy>
type Path = readonly (string | number)[]

const PARAMETERS: Partial<Record<Policy['spending'], { readonly least: number; readonly most: number }>> = {
  kim_demets: { least: 0.1, most: 20 },
  hwang_shih_decani: { least: -40, most: 40 },
}
// 1 - 0.8 is a little less than 0.2.
const SLACK = 1e-9

/** What the fields of a decision policy owe each other and the power of the design. */
export function policyIssues(policy: Policy, power: number, at: Path): readonly Issue[] {
  return [...effectIssues(policy, at), ...spendingIssues(policy, at), ...futilityIssues(policy, power, at)]
}

function effectIssues(policy: Policy, at: Path): readonly Issue[] {
  if (policy.minimum_worthwhile_effect === null || policy.minimum_worthwhile_effect_pct === null) return []
  return [ruleBroken([...at, 'minimum_worthwhile_effect_pct'], { key: 'twoWorthwhileEffects' })]
}

function spendingIssues({ spending, spending_parameter: parameter }: Policy, at: Path): readonly Issue[] {
  const range = PARAMETERS[spending]
  if (range === undefined || parameter === null) return []
  if (parameter >= range.least && parameter <= range.most) return []
  return [
    ruleBroken([...at, 'spending_parameter'], { key: 'spendingParameter', values: { spending, ...range } }, parameter),
  ]
}

function futilityIssues({ futility }: Policy, power: number, at: Path): readonly Issue[] {
  if (futility === null || futility.beta <= 1 - power + SLACK) return []
  const most = Number((1 - power).toPrecision(6))
  return [ruleBroken([...at, 'futility', 'beta'], { key: 'futilityBeta', values: { most } }, futility.beta)]
}
