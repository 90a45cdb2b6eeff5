import type { Speech } from '../../../http/speech.ts'
import type { LiveStats } from '../../readout/live-stats-schema.ts'
import { momentText } from '../document/moment-text.ts'
import { NO_NUMBER, numberTexts } from '../document/number-texts.ts'
import type { Block } from '../document/report-document.ts'
import { armName, statusName, yesOrNo } from './readout-names.ts'

/** Guardrails with their harm; nothing where the design names none. */
export function guardrailSection({ guardrail }: LiveStats, speech: Speech): readonly Block[] {
  if (guardrail.metrics.length === 0) return []
  const { columns } = speech.words.exports
  const { signed, number, pValue } = numberTexts(speech.language)
  const rows = guardrail.metrics.flatMap(({ name, comparisons }) =>
    comparisons.map(each => [
      name,
      armName(each.treatment_index, speech),
      statusName(each.status, speech),
      signed(each.harm),
      signed(each.harm_lower_bound),
      number(each.margin),
      pValue(each.p_value, each.p_value_log10),
    ]),
  )
  const numeric = [columns.harm, columns.harmBound, columns.margin, columns.pValue]
  const texts = [columns.metric, columns.arm, columns.status]
  return [
    { kind: 'paragraph', text: guardrail.note },
    {
      kind: 'table',
      columns: [...texts.map(({ title }) => ({ title })), ...numeric.map(({ title }) => ({ title, isNumeric: true }))],
      rows,
    },
  ]
}

export function secondarySection({ secondary }: LiveStats, speech: Speech): readonly Block[] {
  if (secondary.metrics.length === 0) return []
  const { columns, notes } = speech.words.exports
  const { signed, interval, pValue } = numberTexts(speech.language)
  const rows = secondary.metrics.flatMap(({ name, comparisons }) =>
    comparisons.map(each => [
      name,
      armName(each.treatment_index, speech),
      signed(each.effect),
      interval(each.ci_lower, each.ci_upper),
      pValue(each.p_value, each.p_value_log10),
      pValue(each.adjusted_p_value, null),
      yesOrNo(each.is_significant, speech),
    ]),
  )
  const head = [
    { title: columns.metric.title },
    { title: columns.arm.title },
    ...[columns.effect, columns.interval, columns.pValue, columns.adjustedP].map(({ title }) => ({
      title,
      isNumeric: true,
    })),
    { title: columns.significant.title },
  ]
  return [
    { kind: 'table', columns: head, rows },
    { kind: 'note', text: notes.secondary },
  ]
}

/** The looks that were taken; what the rule of looks says stands above. */
export function lookSection({ looks, sequential }: LiveStats, speech: Speech): readonly Block[] {
  const note = { kind: 'paragraph', text: sequential.note } as const
  if (looks.length === 0) return [note]
  const { columns } = speech.words.exports
  const { number, share } = numberTexts(speech.language)
  const rows = looks.flatMap(
    ({ look, information_fraction: fraction, recorded_at: at, boundary_z: bound, comparisons }) =>
      comparisons.map(each => [
        number(look),
        share(fraction),
        momentText(at, speech.language),
        armName(each.treatment_index, speech),
        number(bound),
        number(each.test_statistic),
        yesOrNo(each.crossed, speech),
      ]),
  )
  const head = [
    { title: columns.look.title, isNumeric: true },
    { title: columns.fraction.title, isNumeric: true },
    { title: columns.takenAt.title },
    { title: columns.arm.title },
    { title: columns.boundary.title, isNumeric: true },
    { title: columns.statistic.title, isNumeric: true },
    { title: columns.crossed.title },
  ]
  return [note, { kind: 'table', columns: head, rows }]
}

export function populationBlocks(stats: LiveStats, speech: Speech): readonly Block[] {
  const { number } = numberTexts(speech.language)
  const facts = populationCounts(stats, speech)
    .map(([label, value]) => ({ label, value: number(value) }))
    .filter(({ value }) => !value.includes(NO_NUMBER))
  return [{ kind: 'facts', facts }]
}

/** How the persons were counted, with the name of each count. */
export function populationCounts(
  { population, sequential, event_timing: timing }: LiveStats,
  { words }: Speech,
): readonly (readonly [label: string, count: number | null])[] {
  const { labels } = words.exports
  const { conflicts } = population
  return [
    [labels.exposed, population.treated_users],
    [labels.plannedPerArm, sequential.planned_sample_size_per_variant],
    [labels.heldOut, population.holdout_users],
    [labels.excluded, population.excluded_users],
    [labels.manual, population.manual_excluded],
    [labels.spikes, population.rate_spike_excluded],
    [labels.identities, population.linked_identities],
    [labels.conflicts, conflicts === null ? null : Object.values(conflicts).reduce((sum, count) => sum + count, 0)],
    [labels.leftOut, leftOut(timing)],
  ]
}

function leftOut(timing: LiveStats['event_timing']): number | null {
  const { before_exposure_left_out: before, after_window_left_out: after } = timing
  return before === null || after === null ? null : before + after
}
