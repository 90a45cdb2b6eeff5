import { type Static, Type } from 'typebox'
import { nullable } from '../../http/schema.ts'

const Text = Type.String()
const Texts = Type.Array(Text)
const Whole = Type.Integer()
const MaybeNumber = nullable(Type.Number())

const Calculations = Type.Object(
  {
    sample_size_per_variant: Whole,
    total_sample_size: Whole,
    estimated_duration_days: Whole,
    assumptions: Texts,
    design_effect: MaybeNumber,
    clusters_per_variant: nullable(Whole),
  },
  { title: 'CalculationsSection' },
)

const ExperimentDesign = Type.Object(
  {
    variants: Type.Array(Type.Object({ name: Text, description: Text }, { title: 'VariantDefinition' })),
    randomization_unit: Text,
    traffic_split: Type.Array(Whole),
    target_audience: Text,
    inclusion_criteria: Text,
    exclusion_criteria: Text,
    recommended_duration_days: Whole,
    stopping_conditions: Texts,
  },
  { title: 'ExperimentDesignSection' },
)

const MetricsPlan = Type.Object(
  { primary: Texts, secondary: Texts, guardrail: Texts, diagnostic: Texts },
  { title: 'MetricsPlanSection' },
)

const GuardrailMetric = Type.Object(
  {
    name: Text,
    metric_type: Text,
    // Percent for a rate, the mean otherwise.
    baseline: Type.Number(),
    // Percentage points; rates only.
    detectable_mde_pp: MaybeNumber,
    // The metric's own unit; means only.
    detectable_mde_absolute: MaybeNumber,
    note: Text,
  },
  { title: 'GuardrailMetricReport' },
)

const Risks = Type.Object(
  { statistical: Texts, product: Texts, technical: Texts, operational: Texts },
  { title: 'RisksSection' },
)

const Recommendations = Type.Object(
  { before_launch: Texts, during_test: Texts, after_test: Texts },
  { title: 'RecommendationsSection' },
)

/** A design put into words: what is tested, on whom, for how long, and what may go wrong. */
export const ExperimentReport = Type.Object(
  {
    executive_summary: Text,
    calculations: Calculations,
    experiment_design: ExperimentDesign,
    metrics_plan: MetricsPlan,
    guardrail_metrics: Type.Array(GuardrailMetric),
    risks: Risks,
    recommendations: Recommendations,
    open_questions: Texts,
  },
  { title: 'ExperimentReport' },
)

export type ExperimentReport = Static<typeof ExperimentReport>
