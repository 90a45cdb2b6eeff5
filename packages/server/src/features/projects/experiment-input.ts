import { Type } from 'typebox'
import { oneOf, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { ResultsRequest, ResultsResponse } from '../results/results-schema.ts'
import { ConstraintsConfig } from './constraints-schema.ts'
import { DecisionPolicy } from './decision-policy-schema.ts'
import { MetricsConfig } from './metrics-schema.ts'

const Text = Type.String()
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Share = Type.Number({ minimum: 0, maximum: 1 })

const ProjectContext = record('ProjectContext', {
  project_name: Text,
  domain: Text,
  product_type: Text,
  platform: Text,
  market: Text,
  project_description: Text,
})

const HypothesisContext = record('HypothesisContext', {
  change_description: Text,
  target_audience: Text,
  business_problem: Text,
  hypothesis_statement: Text,
  what_to_validate: Text,
  desired_result: Text,
})

const NamespaceConfig = record('NamespaceConfig', { id: Name, range_start: Share, range_end: Share })

type Scalar = string | number | boolean

const TargetingRule = record('TargetingRule', {
  attribute: Type.String({ minLength: 1, maxLength: 100 }),
  operator: oneOf('equals', 'not_equals', 'in', 'gt', 'lt', 'gte', 'lte'),
  value: Type.Unsafe<Scalar | Scalar[]>({
    type: ['string', 'number', 'boolean', 'array'],
    items: { type: ['string', 'number', 'boolean'] },
  }),
})

const ExperimentSetup = record('ExperimentSetup', {
  experiment_type: Text,
  randomization_unit: Text,
  traffic_split: Type.Array(Type.Integer({ exclusiveMinimum: 0 }), { minItems: 2 }),
  expected_daily_traffic: Type.Integer({ exclusiveMinimum: 0 }),
  audience_share_in_test: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  variants_count: Type.Integer({ minimum: 2, maximum: 10 }),
  inclusion_criteria: Text,
  exclusion_criteria: Text,
  avg_cluster_size: optional(Type.Number({ minimum: 1 })),
  icc: optional(Share),
  namespace: optional(NamespaceConfig),
  targeting_rules: withDefault(Type.Array(TargetingRule, { maxItems: 20 }), []),
})

const SavedObservedResults = record('SavedObservedResults', {
  request: ResultsRequest,
  analysis: ResultsResponse,
  saved_at: optional(Text),
})

const AdditionalContext = record('AdditionalContext', {
  llm_context: withDefault(Text, ''),
  observed_results: optional(SavedObservedResults),
})

/** The payload of a project: the whole design of one experiment. */
export const ExperimentInput = record('ExperimentInput', {
  project: ProjectContext,
  hypothesis: HypothesisContext,
  setup: ExperimentSetup,
  metrics: MetricsConfig,
  constraints: ConstraintsConfig,
  additional_context: withDefault(AdditionalContext, {}),
  decision_policy: withDefault(DecisionPolicy, {}),
})

export type ExperimentPayload = ParsedOf<typeof ExperimentInput>
