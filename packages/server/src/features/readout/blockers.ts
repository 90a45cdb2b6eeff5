import { round } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import { type GuardrailFinding, statusOf } from './guardrails.ts'
import type { SrmFinding } from './srm-block.ts'

export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
}

/** What stands in the way of trusting the experiment at all. */
export function srmBlockers({ isSrm, test }: SrmFinding): readonly Reason[] {
  if (!isSrm || !test.ok) return []
  const { pValue, pValueLog10 } = test.value
  return [{ code: 'srm_mismatch', params: { p_value: round(pValue, 6), p_value_log10: round(pValueLog10, 6) } }]
}

/** Guardrails that are harmed beyond their margin, by evidence that holds at every look. */
export function guardrailBlockers(findings: readonly GuardrailFinding[]): readonly Reason[] {
  return findings
    .filter(finding => statusOf(finding) === 'breached')
    .map(({ guardrail }) => ({ code: 'guardrail_breach', params: { metric: guardrail.name } }))
}

/** What the design asks for and this version does not read live: nothing ships past it. */
export function unsupportedBlockers(project: Project): readonly Reason[] {
  const { metrics, decision_policy: policy, setup } = project.payload
  const { planned_test: test } = metrics
  const isCluster = setup.randomization_unit === 'cluster'
  const asked: [boolean, string, unknown][] = [
    [isCluster && !ADJUSTABLE.includes(test), 'planned_test', test],
    [test === 'mann_whitney' && policy.monitoring === 'always_valid', 'monitoring', policy.monitoring],
    [policy.estimator !== 'unadjusted' && (isCluster || !ADJUSTABLE.includes(test)), 'estimator', policy.estimator],
  ]
  return asked
    .filter(([isAsked]) => isAsked)
    .map(([, field, value]) => ({ code: 'not_available_in_this_version', params: { field, value } }))
}

// A planned test that has no adjusted form, and no form for clusters, decides as it is, or not at all.
const ADJUSTABLE: readonly (string | null)[] = [null, 'z_test']
