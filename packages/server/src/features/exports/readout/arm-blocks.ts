import type { Speech } from '../../../http/speech.ts'
import type { LiveStats } from '../../readout/live-stats-schema.ts'
import { numberTexts } from '../document/number-texts.ts'
import type { Block, Column } from '../document/report-document.ts'
import { type ArmRow, armRows } from './arm-rows.ts'
import { armName } from './readout-names.ts'

/** Persons and outcomes of each arm; the columns follow the kind of metric. */
export function armBlocks(stats: LiveStats, speech: Speech): readonly Block[] {
  const rows = armRows(stats)
  if (rows.length === 0) return []
  const { columns } = speech.words.exports
  const { number } = numberTexts(speech.language)
  const outcomes = outcomeColumns(stats.metric_type, speech)
  const titles: readonly Column[] = [
    { title: columns.arm.title },
    { title: columns.persons.title, isNumeric: true },
    { title: columns.expected.title, isNumeric: true },
    { title: columns.converted.title, isNumeric: true },
    ...outcomes.map(({ title }) => ({ title, isNumeric: true })),
  ]
  return [
    {
      kind: 'table',
      columns: titles,
      rows: rows.map(row => [
        armName(row.variation_index, speech),
        number(row.exposed_users),
        number(row.expected),
        number(row.converted_users),
        ...outcomes.map(({ print }) => print(row)),
      ]),
    },
  ]
}

interface Outcome {
  readonly title: string
  print(row: ArmRow): string
}

function outcomeColumns(type: string, { words, language }: Speech): readonly Outcome[] {
  const { rate, mean, spread, ratio } = words.exports.columns
  const { number, share } = numberTexts(language)
  if (type === 'binary') return [{ title: rate.title, print: row => share(row.conversion_rate) }]
  if (type === 'ratio') return [{ title: ratio.title, print: row => number(row.ratio) }]
  return [
    { title: mean.title, print: row => number(row.mean) },
    { title: spread.title, print: row => number(row.std) },
  ]
}

/** The shares of the arms against the planned ones, and where a mismatch may come from. */
export function sampleRatioBlocks(stats: LiveStats, speech: Speech): readonly Block[] {
  const { srm } = stats
  const { charts, labels, columns } = speech.words.exports
  const { pValue, number } = numberTexts(speech.language)
  const arms = srm.observed_counts.map((observed, arm) => ({
    label: armName(arm, speech),
    observed,
    expected: srm.expected_counts[arm] ?? null,
  }))
  const facts = [
    { label: columns.pValue.title, value: pValue(srm.p_value, srm.p_value_log10) },
    { label: columns.alwaysP.title, value: pValue(srm.sequential.p_value, srm.sequential.p_value_log10) },
    { label: 'χ²', value: number(srm.chi_square) },
  ]
  const shares = {
    kind: 'shares',
    title: charts.shares,
    description: charts.sharesDescription,
    observedLabel: labels.observed,
    expectedLabel: labels.planned,
    arms,
  } as const
  const causes = srm.causes.map(cause => causeText(cause, speech))
  return [
    { kind: 'paragraph', text: srm.verdict },
    ...(arms.some(({ observed }) => observed > 0) ? [{ kind: 'chart', chart: shares } as const] : []),
    { kind: 'facts', facts },
    ...(causes.length > 0
      ? [{ kind: 'subheading', text: labels.causes } as const, { kind: 'list', items: causes } as const]
      : []),
  ]
}

function causeText({ code, evidence }: LiveStats['srm']['causes'][number], speech: Speech): string {
  const { causes, labels } = speech.words.exports
  if (!Object.hasOwn(causes, code)) return code
  const filters: Readonly<Record<string, string>> = { manual: labels.manual, rate_spike: labels.spikes }
  const reason = String(evidence.reason)
  const arms = Array.isArray(evidence.arms) ? evidence.arms : []
  return speech.say(causes[code as keyof typeof causes], {
    arms: arms.map(arm => armName(Number(arm), speech)).join(', '),
    filter: Object.hasOwn(filters, reason) ? filters[reason]! : reason,
    date: String(evidence.date),
    stratum: String(evidence.stratum),
  })
}
