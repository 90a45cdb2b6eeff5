import type { Static } from 'typebox'
import type { ResultsResponse } from '../results/results-schema.ts'
import type { ComparedProject } from './compared-project.ts'
import type { ProjectComparisonItem } from './comparison-schema.ts'
import { embeddedSensitivity } from './embedded-sensitivity.ts'

const MOST_HIGHLIGHTS = 4
const SEVERITIES = ['none', 'low', 'medium', 'high']

/** One project of a comparison, as the wire prints it. */
export function comparisonItem(compared: ComparedProject): ProjectComparisonItem {
  const { project, run } = compared
  const { calculations, report, advice } = run.analysis
  const { metrics, additional_context: context } = project.payload
  const codes = warningCodes(compared)
  return {
    id: project.id,
    project_name: project.projectName,
    updated_at: project.updatedAt,
    analysis_created_at: run.createdAt,
    last_analysis_at: project.lastAnalysisAt,
    analysis_run_id: run.id,
    metric_type: calculations.calculation_summary.metric_type,
    primary_metric: metrics.primary_metric_name,
    sample_size_per_variant: calculations.results.sample_size_per_variant,
    total_sample_size: calculations.results.total_sample_size,
    estimated_duration_days: calculations.results.estimated_duration_days,
    warnings_count: codes.length,
    warning_codes: [...codes],
    risk_highlights: risks(compared).slice(0, MOST_HIGHLIGHTS),
    assumptions: [...calculations.assumptions],
    advice_available: advice.available,
    executive_summary: report.executive_summary,
    warning_severity: severity(compared),
    recommendation_highlights: recommendations(compared).slice(0, MOST_HIGHLIGHTS),
    sensitivity: embeddedSensitivity(compared),
    observed_results: (context.observed_results?.analysis ?? null) as Static<typeof ResultsResponse> | null,
  }
}

/** Distinct, sorted. */
export function warningCodes({ run }: ComparedProject): readonly string[] {
  return [...new Set(run.analysis.calculations.warnings.map(({ code }) => code))].sort()
}

export function risks({ run }: ComparedProject): string[] {
  const { statistical, product, technical, operational } = run.analysis.report.risks
  return [...statistical, ...product, ...technical, ...operational]
}

export function recommendations({ run }: ComparedProject): string[] {
  const { before_launch, during_test, after_test } = run.analysis.report.recommendations
  return [...before_launch, ...during_test, ...after_test]
}

// The worst; a word that is not known counts as low.
function severity({ run }: ComparedProject): string {
  const ranks = run.analysis.calculations.warnings.map(warning => Math.max(1, SEVERITIES.indexOf(warning.severity)))
  return SEVERITIES[Math.max(0, ...ranks)]!
}
