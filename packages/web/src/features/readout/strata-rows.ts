import { decimalsFor } from '../../i18n/formats.ts'
import type { Speech } from '../../i18n/language-context.ts'
import { armCountOf, armName } from './arm-name.ts'
import { effectUnit, naturalScale, scaled } from './effect-scale.ts'
import { intervalDecimals, intervalText } from './effect-text.ts'
import type { LiveStats } from './reading.ts'
import { pRelation } from './reason-text.ts'

export interface StratumRow {
  readonly stratum: string
  readonly users: string
  /** By treatment arm, from arm 1. */
  readonly effects: readonly string[]
}

/** One row a stratum; `arms` are the titles of the effects. Persons are those of all arms. */
export function strataRows(live: LiveStats, speech: Speech): { rows: StratumRow[]; arms: string[] } {
  const { formats, words, say } = speech
  const { comparisons } = live.stratified
  const scale = naturalScale(live.metric_type)
  const unit = effectUnit(live.metric_type, live.primary_metric_name, speech)
  const effects = comparisons.flatMap(({ strata }) => strata.map(({ effect }) => Math.abs((effect ?? 0) * scale)))
  const decimals = decimalsFor(Math.max(0, ...effects) / 100)
  const rows = (comparisons[0]?.strata ?? []).map(({ stratum }) => {
    const cells = comparisons.map(({ strata }) => strata.find(cell => cell.stratum === stratum))
    const treated = cells.reduce((sum, cell) => sum + (cell?.treatment_users ?? 0), 0)
    return {
      stratum,
      users: formats.count(treated + (cells[0]?.control_users ?? 0)),
      effects: cells.map(cell => formats.signed(scaled(cell?.effect, scale), decimals)),
    }
  })
  const arms = comparisons.map(({ treatment_index }) => {
    const title = say(words.readout.comparisons.effect, { unit })
    return comparisons.length === 1 ? title : `${armName(treatment_index, armCountOf(live), speech)}: ${title}`
  })
  return { rows, arms }
}

/** The weighted effect over all strata, a line each arm. */
export function strataSummary(live: LiveStats, speech: Speech): { name: string; value: string }[] {
  const { words, formats } = speech
  const { strata: text } = words.readout
  const scale = naturalScale(live.metric_type)
  return live.stratified.comparisons.map(comparison => {
    const name = `${armName(comparison.treatment_index, armCountOf(live), speech)} · ${text.overall}`
    if (comparison.status !== 'ok') return { name, value: text.insufficient_data }
    const interval = { lower: scaled(comparison.ci_lower, scale), upper: scaled(comparison.ci_upper, scale) }
    const effect = formats.signed(scaled(comparison.effect, scale), intervalDecimals(interval))
    const p = `p ${pRelation(comparison.p_value ?? 1, speech, comparison.p_value_log10)}`
    const reduction = `${text.reduction} ${formats.percent(scaled(comparison.variance_reduction_pct, 0.01))}`
    return { name, value: [`${effect} ${intervalText(interval, formats)}`, p, reduction].join(' · ') }
  })
}
