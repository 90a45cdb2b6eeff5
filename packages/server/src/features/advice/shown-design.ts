import type { Shown } from './prompts.ts'

/** Fields of a design that advice needs. Free notes, legal texts, names of projects and saved results stay here. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  project_context: ['domain', 'product_type', 'platform', 'market'],
  hypothesis: ['change_description', 'target_audience', 'business_problem', 'hypothesis_statement', 'what_to_validate'],
  setup: [
    ...['experiment_type', 'randomization_unit', 'traffic_split', 'expected_daily_traffic', 'audience_share_in_test'],
    ...['variants_count', 'inclusion_criteria', 'exclusion_criteria', 'avg_cluster_size', 'icc'],
  ],
  metrics: [
    ...['primary_metric_name', 'metric_type', 'baseline_value', 'mde_pct', 'alpha', 'power', 'std_dev', 'planned_test'],
    ...['secondary_metrics', 'guardrail_metrics', 'direction'],
  ],
  constraints: [
    ...['seasonality_present', 'active_campaigns_present', 'returning_users_present', 'interference_risk'],
    ...['deadline_pressure', 'long_test_possible', 'n_looks', 'analysis_mode'],
  ],
  calculation_results: ['sample_size_per_variant', 'total_sample_size', 'estimated_duration_days'],
}
const MOST_CHARS = 2000
const MOST_ITEMS = 20
const MOST_WARNINGS = 20

/** Of parts of a design, the fields that a model is shown; whatever is there and is no plain value is left out. */
export function shownDesign(parts: Readonly<Record<string, unknown>>, warnings: readonly unknown[] = []): Shown {
  const shown = Object.entries(SHOWN).map(([part, fields]) => [part, fieldsOf(parts[part], fields)] as const)
  const codes = warnings
    .slice(0, MOST_WARNINGS)
    .map(codeOf)
    .filter(code => code !== '')
  return {
    ...Object.fromEntries(shown.filter(([, fields]) => Object.keys(fields).length > 0)),
    ...(codes.length === 0 ? {} : { warnings: codes }),
  }
}

function fieldsOf(part: unknown, fields: readonly string[]): Shown {
  if (typeof part !== 'object' || part === null) return {}
  const known = part as Readonly<Record<string, unknown>>
  const found = fields.map(name => [name, plain(known[name])] as const)
  return Object.fromEntries(found.filter(([, value]) => value !== undefined && value !== null && value !== ''))
}

/** Texts are cut, lists too; of objects in lists only their names are told. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MOST_CHARS)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (!Array.isArray(value)) return undefined
  return value
    .slice(0, MOST_ITEMS)
    .map(item => plain(nameOf(item) ?? item))
    .filter(item => item !== undefined)
}

function nameOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
    ? (item as { name?: unknown }).name
    : undefined
}

function codeOf(warning: unknown): string {
  const { code } = (typeof warning === 'object' && warning !== null ? warning : {}) as { code?: unknown }
  return typeof code === 'string' ? code.slice(0, 100) : ''
}
