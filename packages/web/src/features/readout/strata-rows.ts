import { decimalsFor } from '../../i18n/formats.ts'
import type { Speech } from '../../i18n/language-context.ts'
import { armCountOf, armName } from './arm-name.ts'
import { effectUnit, naturalScale, scaled } from './effect-scale.ts'
import { intervalDecimals, intervalText } from './effect-text.ts'
import { type Finding, findingOf } from './finding.ts'
import type { LiveStats } from './reading.ts'

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

/** The weighted effect of one arm over all strata, as printed. */
export interface WeightedRow {
  readonly arm: string
  readonly effect: string
  readonly interval: string
  readonly p: string
  readonly reduction: string
  readonly finding: Finding
}

export function weightedRows(live: LiveStats, direction: string, speech: Speech): WeightedRow[] {
  const { formats } = speech
  const scale = naturalScale(live.metric_type)
  return live.stratified.comparisons.map(comparison => {
    const interval = { lower: scaled(comparison.ci_lower, scale), upper: scaled(comparison.ci_upper, scale) }
    const effect = scaled(comparison.effect, scale)
    const evidence = {
      isEvaluable: comparison.status === 'ok',
      isSignificant: comparison.is_significant ?? false,
      effect: effect ?? 0,
      direction,
    }
    return {
      arm: armName(comparison.treatment_index, armCountOf(live), speech),
      effect: formats.signed(effect, intervalDecimals(interval)),
      interval: intervalText(interval, formats),
      p: formats.pValue(comparison.p_value, comparison.p_value_log10),
      reduction: formats.percent(scaled(comparison.variance_reduction_pct, 0.01)),
      finding: findingOf(evidence, speech),
    }
  })
}
