import type { Speech } from '../../http/speech.ts'
import type { ComparedProject } from './compared-project.ts'
import { comparisonItem } from './comparison-item.ts'
import type { ProjectComparison, ProjectComparisonItem } from './comparison-schema.ts'

/** Two projects side by side; differences are candidate minus base. */
export function pairComparison(base: ComparedProject, candidate: ComparedProject, speech: Speech): ProjectComparison {
  const [a, b] = [comparisonItem(base), comparisonItem(candidate)]
  const codes = split(a.warning_codes, b.warning_codes)
  const assumptions = split(a.assumptions, b.assumptions)
  const risks = split(a.risk_highlights, b.risk_highlights)
  return {
    base_project: a,
    candidate_project: b,
    deltas: {
      sample_size_per_variant: b.sample_size_per_variant - a.sample_size_per_variant,
      total_sample_size: b.total_sample_size - a.total_sample_size,
      estimated_duration_days: b.estimated_duration_days - a.estimated_duration_days,
      warnings_count: b.warnings_count - a.warnings_count,
    },
    shared_warning_codes: codes.shared,
    base_only_warning_codes: codes.left,
    candidate_only_warning_codes: codes.right,
    shared_assumptions: assumptions.shared,
    base_only_assumptions: assumptions.left,
    candidate_only_assumptions: assumptions.right,
    shared_risk_highlights: risks.shared,
    base_only_risk_highlights: risks.left,
    candidate_only_risk_highlights: risks.right,
    metric_alignment_note: alignment(a, b, speech),
    highlights: highlights(a, b, { codes: codes.shared, risks: risks.shared }, speech),
    summary: summary(a, b, speech),
  }
}

function split(left: readonly string[], right: readonly string[]) {
  return {
    shared: [...new Set(left)].filter(text => right.includes(text)),
    left: [...new Set(left)].filter(text => !right.includes(text)),
    right: [...new Set(right)].filter(text => !left.includes(text)),
  }
}

function alignment(a: ProjectComparisonItem, b: ProjectComparisonItem, { words }: Speech): string {
  const { sameMetric, sameType, sameName, differentMetrics } = words.comparison
  const isSameName = a.primary_metric === b.primary_metric
  if (a.metric_type === b.metric_type) return isSameName ? sameMetric : sameType
  return isSameName ? sameName : differentMetrics
}

function highlights(
  a: ProjectComparisonItem,
  b: ProjectComparisonItem,
  shared: { readonly codes: readonly string[]; readonly risks: readonly string[] },
  speech: Speech,
): string[] {
  const { say, words } = speech
  const names = { base: a.project_name, candidate: b.project_name }
  const counts = { baseCount: a.warnings_count, candidateCount: b.warnings_count, shared: shared.codes.length }
  const days = { baseDays: a.estimated_duration_days, candidateDays: b.estimated_duration_days }
  return [
    users(a, b, speech),
    say(words.comparison.days, { ...names, ...days }),
    ...(a.warnings_count + b.warnings_count > 0 ? [say(words.comparison.warnings, { ...names, ...counts })] : []),
    ...shared.risks.slice(0, 1).map(risk => say(words.comparison.sharedRisk, { risk })),
  ]
}

function summary(a: ProjectComparisonItem, b: ProjectComparisonItem, speech: Speech): string {
  const { faster, equallyFast } = speech.words.comparison
  const first = a.estimated_duration_days < b.estimated_duration_days ? a : b
  const isEqual = a.estimated_duration_days === b.estimated_duration_days
  return `${isEqual ? equallyFast : speech.say(faster, { name: first.project_name })} ${users(a, b, speech)}`
}

function users(a: ProjectComparisonItem, b: ProjectComparisonItem, { say, words }: Speech): string {
  return say(words.comparison.users, {
    base: a.project_name,
    candidate: b.project_name,
    baseSize: a.total_sample_size,
    candidateSize: b.total_sample_size,
  })
}
