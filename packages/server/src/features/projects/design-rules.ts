import type { Issue } from '../../http/errors.ts'
import type { ValidationPhrase } from '../../http/phrase.ts'

type Path = readonly (string | number)[]

export function ruleBroken(loc: Path, phrase: ValidationPhrase, input?: unknown): Issue {
  const echo = input === undefined ? {} : { input }
  return { type: 'value_error', loc, phrase, ...echo }
}

export interface MetricDesign {
  readonly metric_type: 'binary' | 'continuous' | 'ratio' | 'count'
  readonly baseline_value: number
  readonly std_dev: number | null
  readonly planned_test: string | null
  readonly equivalence_margin_pct: number | null
}

const TESTS = {
  binary: ['z_test', 'fisher_exact'],
  continuous: ['z_test', 'mann_whitney', 'tost'],
  ratio: ['z_test'],
  count: [],
} as const

/** What a metric's type asks of its baseline, spread and test. `ratioNeedsSpread`: only where it is sized. */
export function metricIssues(metric: MetricDesign, at: Path, ratioNeedsSpread: boolean): readonly Issue[] {
  const { metric_type: type, baseline_value: baseline } = metric
  const issues: Issue[] = []
  if (type === 'binary' && (baseline <= 0 || baseline >= 1)) {
    issues.push(ruleBroken([...at, 'baseline_value'], { key: 'binaryBaseline' }, baseline))
  }
  if (type !== 'binary' && baseline <= 0) {
    issues.push(ruleBroken([...at, 'baseline_value'], { key: 'positiveBaseline', values: { type } }, baseline))
  }
  const usesSpread = type === 'continuous' || type === 'ratio'
  const needsSpread = type === 'continuous' || (type === 'ratio' && ratioNeedsSpread)
  if ((needsSpread && metric.std_dev === null) || (usesSpread && metric.std_dev !== null && metric.std_dev <= 0)) {
    issues.push(ruleBroken([...at, 'std_dev'], { key: 'needsSpread', values: { type } }, metric.std_dev))
  }
  return [...issues, ...testIssues(metric, at)]
}

function testIssues(metric: MetricDesign, at: Path): readonly Issue[] {
  const { planned_test: test, metric_type: type } = metric
  if (test !== null && !(TESTS[type] as readonly string[]).includes(test)) {
    return [ruleBroken([...at, 'planned_test'], { key: 'unfitTest', values: { test, type } }, test)]
  }
  if (test === 'tost' && metric.equivalence_margin_pct === null) {
    return [ruleBroken([...at, 'equivalence_margin_pct'], { key: 'tostMargin' })]
  }
  return []
}

/** The traffic split names every variant once. */
export function splitIssues(split: readonly number[], variants: number, at: Path): readonly Issue[] {
  if (split.length === variants) return []
  return [ruleBroken([...at, 'traffic_split'], { key: 'splitParts', values: { parts: split.length, variants } })]
}

/** Bayesian planning needs the precision that it sizes for. */
export function precisionIssues(
  plan: { readonly analysis_mode: string; readonly desired_precision: number | null },
  at: Path,
): readonly Issue[] {
  if (plan.analysis_mode !== 'bayesian' || plan.desired_precision !== null) return []
  return [ruleBroken([...at, 'desired_precision'], { key: 'bayesianPrecision' })]
}
