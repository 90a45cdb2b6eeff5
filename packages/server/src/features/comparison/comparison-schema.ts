import { type Static, Type } from 'typebox'
import { nullable } from '../../http/schema.ts'
import { SensitivityResponse } from '../planning/sensitivity-schema.ts'
import { ResultsResponse } from '../results/results-schema.ts'

const Text = Type.String()
const Texts = Type.Array(Text)
const Whole = Type.Integer()
const Numeric = Type.Number()

const ProjectComparisonItem = Type.Object(
  {
    id: Text,
    project_name: Text,
    updated_at: Text,
    analysis_created_at: Text,
    last_analysis_at: nullable(Type.String()),
    analysis_run_id: Text,
    metric_type: Text,
    primary_metric: Text,
    sample_size_per_variant: Whole,
    total_sample_size: Whole,
    estimated_duration_days: Whole,
    warnings_count: Whole,
    warning_codes: Texts,
    risk_highlights: Texts,
    assumptions: Texts,
    advice_available: Type.Boolean(),
    executive_summary: Text,
    warning_severity: Text,
    recommendation_highlights: Texts,
    sensitivity: nullable(SensitivityResponse),
    observed_results: nullable(ResultsResponse),
  },
  { title: 'ProjectComparisonItem' },
)

export type ProjectComparisonItem = Static<typeof ProjectComparisonItem>

const ProjectComparisonDelta = Type.Object(
  {
    sample_size_per_variant: Whole,
    total_sample_size: Whole,
    estimated_duration_days: Whole,
    warnings_count: Whole,
  },
  { title: 'ProjectComparisonDelta' },
)

export const ProjectComparisonResponse = Type.Object(
  {
    base_project: ProjectComparisonItem,
    candidate_project: ProjectComparisonItem,
    // Candidate minus base.
    deltas: ProjectComparisonDelta,
    shared_warning_codes: Texts,
    base_only_warning_codes: Texts,
    candidate_only_warning_codes: Texts,
    shared_assumptions: Texts,
    base_only_assumptions: Texts,
    candidate_only_assumptions: Texts,
    shared_risk_highlights: Texts,
    base_only_risk_highlights: Texts,
    candidate_only_risk_highlights: Texts,
    metric_alignment_note: Text,
    highlights: Texts,
    summary: Text,
  },
  { title: 'ProjectComparisonResponse' },
)

export type ProjectComparison = Static<typeof ProjectComparisonResponse>

const ComparisonRangeSummary = Type.Object(
  { min: Whole, max: Whole, median: Numeric },
  { title: 'ComparisonRangeSummary' },
)

const ProjectUniqueInsights = Type.Object(
  { warnings: Texts, risks: Texts, assumptions: Texts },
  { title: 'ProjectUniqueInsights' },
)

const MonteCarloSimulationResponse = Type.Object(
  {
    num_simulations: Whole,
    // Of the relative uplift, a fraction of control; by percent, as text.
    percentiles: Type.Record(Text, Numeric),
    probability_uplift_positive: Numeric,
    // By threshold: 0.01 to 0.10.
    probability_uplift_above_threshold: Type.Record(Text, Numeric),
    // Evenly spaced quantiles of the draws, ascending; 200 at most.
    simulated_uplifts: Type.Array(Numeric),
  },
  { title: 'MonteCarloSimulationResponse' },
)

export const MultiProjectComparisonResponse = Type.Object(
  {
    projects: Type.Array(ProjectComparisonItem),
    shared_warnings: Texts,
    shared_risks: Texts,
    shared_assumptions: Texts,
    unique_per_project: Type.Record(Text, ProjectUniqueInsights),
    // Of the whole test, over all variants.
    sample_size_range: ComparisonRangeSummary,
    duration_range: ComparisonRangeSummary,
    metric_types_used: Texts,
    recommendation_highlights: Texts,
    // Null when it was not asked for; by project id, where results of rates or means are saved.
    monte_carlo_distribution: nullable(Type.Record(Text, MonteCarloSimulationResponse)),
    // What makes the draws again; null when there are none.
    monte_carlo_seed: nullable(Whole),
  },
  { title: 'MultiProjectComparisonResponse' },
)

export type MultiProjectComparison = Static<typeof MultiProjectComparisonResponse>
export type MonteCarloDistribution = NonNullable<MultiProjectComparison['monte_carlo_distribution']>
