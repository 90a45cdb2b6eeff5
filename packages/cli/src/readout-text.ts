import type { components } from '@verdict/client'
import { textTable } from './text-table.ts'

type LiveStats = components['schemas']['LiveStatsResponse']
type Decision = components['schemas']['DecisionReadoutResponse']
type Comparison = LiveStats['comparisons'][number]

const VERDICTS = { ship: 'SHIP', no_ship: 'DO NOT SHIP', keep_running: 'KEEP RUNNING' } as const

/** A read-out for a terminal. */
export function readoutText(stats: LiveStats, decision: Decision): string {
  return [
    `${VERDICTS[decision.verdict]} (${decision.confidence} confidence)\n`,
    reasonLines('because', decision.reasons),
    reasonLines('blocked by', decision.blockers),
    `\n${stats.primary_metric_name} (${stats.metric_type}), ${stats.exposures_total} persons, ${stats.conversions_total} converted\n\n`,
    armsTable(stats),
    `\n${comparisonsTable(stats)}`,
    `\n${qualityLines(stats)}`,
  ].join('')
}

function reasonLines(title: string, reasons: Decision['reasons']): string {
  return reasons.map(({ code, params }) => `  ${title} ${code}${paramText(params)}\n`).join('')
}

function paramText(params: Readonly<Record<string, unknown>>): string {
  const { p_value_log10: log10, ...shown } = params
  const exact = typeof log10 === 'number' ? { ...shown, p_value: pValue(Number(shown.p_value), log10) } : shown
  const parts = Object.entries(exact).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function armsTable({ comparisons, metric_type: type }: LiveStats): string {
  const first = comparisons[0]
  const arms = first === undefined ? [] : [first.control, ...comparisons.map(({ treatment }) => treatment)]
  const header = ['arm', 'persons', 'converted', ...(type === 'binary' ? ['rate'] : ['mean', 'std'])]
  const rows = arms.map(arm => [
    arm.variation_index === 0 ? '0 (control)' : String(arm.variation_index),
    String(arm.exposed_users),
    String(arm.converted_users),
    ...(type === 'binary' ? [percent(arm.conversion_rate)] : [plain(arm.mean), plain(arm.std)]),
  ])
  return textTable(header, rows)
}

function comparisonsTable({ comparisons, metric_type: type }: LiveStats): string {
  const scale = type === 'binary' ? 100 : 1
  const header = [
    type === 'binary' ? 'effect in pp' : 'effect',
    'estimate',
    'interval',
    'p',
    'always-valid interval',
    'p',
  ]
  return textTable(
    header,
    comparisons.map(comparison => comparisonRow(comparison, scale)),
  )
}

function comparisonRow(
  { treatment_index: arm, analysis, always_valid: sequence, note }: Comparison,
  scale: number,
): string[] {
  if (analysis === null) return [`${arm} vs 0`, 'not yet', note ?? '', '', '', '']
  const { ci_sequence_lower: lower = null, ci_sequence_upper: upper = null } = sequence ?? {}
  return [
    `${arm} vs 0`,
    String(analysis.observed_effect),
    `[${analysis.ci_lower}, ${analysis.ci_upper}]`,
    pValue(analysis.p_value, analysis.p_value_log10 ?? null),
    lower === null || upper === null ? '' : `[${plain(lower * scale)}, ${plain(upper * scale)}]`,
    pValue(sequence?.always_valid_p_value ?? null, sequence?.always_valid_p_value_log10 ?? null),
  ]
}

function qualityLines({ srm, sequential, cuped, stratified, population }: LiveStats): string {
  const fraction = sequential.information_fraction
  return [
    `sample ratio: ${srm.verdict} (p ${pValue(srm.p_value, srm.p_value_log10)})`,
    `planned information: ${fraction === null ? 'unknown' : percent(fraction)}. ${sequential.note}`,
    ...cuped.comparisons.map(({ treatment_index: arm, analysis }) => estimatorLine('CUPED', arm, analysis)),
    ...stratified.comparisons.map(comparison =>
      estimatorLine('strata', comparison.treatment_index, stratum(comparison)),
    ),
    `left out: ${population.excluded_users ?? 0} persons with implausible event rates`,
  ]
    .map(line => `${line}\n`)
    .join('')
}

interface Estimate {
  readonly observed_effect: number | null
  readonly ci_lower: number | null
  readonly ci_upper: number | null
  readonly p_value: number | null
  readonly p_value_log10?: number | null
}

function stratum({
  effect,
  ci_lower,
  ci_upper,
  p_value,
  p_value_log10,
}: LiveStats['stratified']['comparisons'][number]): Estimate {
  return { observed_effect: effect, ci_lower, ci_upper, p_value, p_value_log10 }
}

function estimatorLine(name: string, arm: number, estimate: Estimate | null): string {
  if (estimate === null || estimate.observed_effect === null) return `${name} ${arm} vs 0: not yet`
  const { observed_effect: effect, ci_lower: lower, ci_upper: upper } = estimate
  return `${name} ${arm} vs 0: ${effect} [${lower}, ${upper}], p ${pValue(estimate.p_value, estimate.p_value_log10 ?? null)}`
}

function pValue(p: number | null, log10: number | null): string {
  if (p === null) return ''
  if (log10 === null || p >= 1e-4) return String(p)
  return `${(10 ** (log10 - Math.floor(log10))).toFixed(2)}e${Math.floor(log10)}`
}

function percent(share: number | null): string {
  return share === null ? '' : `${Number((share * 100).toFixed(4))} %`
}

function plain(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(6)))
}
