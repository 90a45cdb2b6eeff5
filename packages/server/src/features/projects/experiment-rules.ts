import type { Issue } from '../../http/errors.ts'
import { metricIssues, precisionIssues, ruleBroken, splitIssues } from './design-rules.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import { policyIssues } from './policy-rules.ts'

const ORDERED = ['gt', 'lt', 'gte', 'lte']

/** What the fields of a design owe each other. */
export function experimentIssues(payload: ExperimentPayload): readonly Issue[] {
  const { setup, metrics, constraints } = payload
  return [
    ...splitIssues(setup.traffic_split, setup.variants_count, ['body', 'setup']),
    ...namespaceIssues(payload),
    ...setup.targeting_rules.flatMap(targetingIssues),
    ...metricIssues(metrics, ['body', 'metrics'], false),
    ...ratioIssues(payload),
    ...guardrailIssues(payload),
    ...precisionIssues(constraints, ['body', 'constraints']),
    ...policyIssues(payload.decision_policy, metrics.power, ['body', 'decision_policy']),
  ]
}

function namespaceIssues({ setup: { namespace } }: ExperimentPayload): readonly Issue[] {
  if (namespace === null || namespace.range_start < namespace.range_end) return []
  return [ruleBroken(['body', 'setup', 'namespace', 'range_end'], { key: 'namespaceRange' }, namespace.range_end)]
}

function targetingIssues(rule: ExperimentPayload['setup']['targeting_rules'][number], index: number): readonly Issue[] {
  const at = ['body', 'setup', 'targeting_rules', index, 'value']
  const isList = Array.isArray(rule.value)
  if (rule.operator === 'in' && !isList) return [ruleBroken(at, { key: 'inNeedsList' })]
  if (ORDERED.includes(rule.operator) && (isList || typeof rule.value === 'boolean')) {
    return [ruleBroken(at, { key: 'needsScalar', values: { operator: rule.operator } })]
  }
  return []
}

function ratioIssues({ metrics }: ExperimentPayload): readonly Issue[] {
  if (metrics.metric_type !== 'ratio') return []
  const { numerator_metric_name: numerator, denominator_metric_name: denominator } = metrics
  if (!numerator) return [ruleBroken(['body', 'metrics', 'numerator_metric_name'], { key: 'ratioNumerator' })]
  if (!denominator) return [ruleBroken(['body', 'metrics', 'denominator_metric_name'], { key: 'ratioDenominator' })]
  if (numerator !== denominator) return []
  return [ruleBroken(['body', 'metrics', 'denominator_metric_name'], { key: 'sameRatioParts' }, denominator)]
}

function guardrailIssues({ metrics }: ExperimentPayload): readonly Issue[] {
  return metrics.guardrail_metrics.flatMap((guardrail, index) => {
    const at = ['body', 'metrics', 'guardrail_metrics', index]
    if (guardrail.metric_type === 'binary') {
      return guardrail.baseline_rate === null ? [ruleBroken([...at, 'baseline_rate'], { key: 'binaryGuardrail' })] : []
    }
    return [
      ...(guardrail.baseline_mean === null
        ? [ruleBroken([...at, 'baseline_mean'], { key: 'continuousGuardrail' })]
        : []),
      ...(guardrail.std_dev === null ? [ruleBroken([...at, 'std_dev'], { key: 'continuousGuardrail' })] : []),
    ]
  })
}
