import type { Speech } from '../../../http/speech.ts'
import type { LiveStats } from '../../readout/live-stats-schema.ts'
import type { Chart } from '../document/chart.ts'
import { numberTexts } from '../document/number-texts.ts'
import type { Block } from '../document/report-document.ts'
import { type EffectRow, effectRows } from './effect-rows.ts'
import { armName, effectUnit, yesOrNo } from './readout-names.ts'

/** Each treatment arm against control: the forest plot, and its numbers. */
export function effectBlocks(stats: LiveStats, speech: Speech): readonly Block[] {
  const rows = effectRows(stats)
  if (rows.every(({ effect }) => effect === null))
    return [{ kind: 'paragraph', text: speech.words.exports.statuses.insufficient_data }]
  return [
    { kind: 'chart', chart: forestChart(rows, stats, speech) },
    plannedTable(rows, stats, speech),
    alwaysValidTable(rows, stats, speech),
    { kind: 'note', text: speech.words.exports.notes.looked },
  ]
}

function forestChart(rows: readonly EffectRow[], stats: LiveStats, speech: Speech): Chart {
  const { charts, labels } = speech.words.exports
  return {
    kind: 'forest',
    title: charts.forest,
    description: charts.forestDescription,
    unit: speech.say(charts.forestUnit, { unit: effectUnit(stats, speech) }),
    zeroLabel: labels.noEffect,
    rows: rows.map(row => ({
      label: armName(row.arm, speech),
      effect: row.effect,
      lower: row.lower,
      upper: row.upper,
      isSignificant: row.isSignificant === true,
      alwaysValidLower: row.alwaysLower,
      alwaysValidUpper: row.alwaysUpper,
    })),
  }
}

function plannedTable(rows: readonly EffectRow[], stats: LiveStats, speech: Speech): Block {
  const { columns } = speech.words.exports
  const { signed, signedPercent, interval, pValue } = numberTexts(speech.language)
  return {
    kind: 'table',
    columns: [
      { title: columns.arm.title },
      { title: `${columns.effect.title}, ${effectUnit(stats, speech)}`, isNumeric: true },
      { title: columns.interval.title, isNumeric: true },
      { title: columns.relative.title, isNumeric: true },
      { title: columns.pValue.title, isNumeric: true },
      { title: columns.significant.title },
    ],
    rows: rows.map(row => [
      armName(row.arm, speech),
      signed(row.effect),
      interval(row.lower, row.upper),
      signedPercent(row.relativePct),
      pValue(row.pValue, row.pValueLog10),
      yesOrNo(row.isSignificant, speech),
    ]),
  }
}

function alwaysValidTable(rows: readonly EffectRow[], stats: LiveStats, speech: Speech): Block {
  const { columns } = speech.words.exports
  const { interval, pValue, probability } = numberTexts(speech.language)
  return {
    kind: 'table',
    columns: [
      { title: columns.arm.title },
      { title: `${columns.always.title}, ${effectUnit(stats, speech)}`, isNumeric: true },
      { title: columns.alwaysP.title, isNumeric: true },
      { title: columns.probability.title, isNumeric: true },
    ],
    rows: rows.map(row => [
      armName(row.arm, speech),
      interval(row.alwaysLower, row.alwaysUpper),
      pValue(row.alwaysP, row.alwaysPLog10),
      probability(row.probability),
    ]),
  }
}
