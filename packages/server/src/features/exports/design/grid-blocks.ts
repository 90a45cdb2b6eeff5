import type { HeatLevel } from '@verdict/charts'
import type { Speech } from '../../../http/speech.ts'
import type { Chart } from '../document/chart.ts'
import { NO_NUMBER, numberTexts } from '../document/number-texts.ts'
import type { Block } from '../document/report-document.ts'
import type { GridCell } from './design-grid.ts'

const WEEK = 7

export interface CurrentDesign {
  readonly effect: number | null
  readonly power: number | null
}

/** A grid as a picture of days. Effects are printed by the caller: percent, or the unit of the metric. */
export function heatChart(
  cells: readonly GridCell[],
  current: CurrentDesign,
  effectText: (effect: number) => string,
  speech: Speech,
): Chart {
  const { charts, labels } = speech.words.exports
  const { number, share } = numberTexts(speech.language)
  const effects = [...new Set(cells.map(({ effect }) => effect))]
  const powers = [...new Set(cells.map(({ power }) => power))]
  return {
    kind: 'heat',
    title: charts.heat,
    description: charts.heatDescription,
    corner: labels.mde,
    columns: powers.map(power => speech.say(labels.powerAt, { power: share(power) })),
    levels: [labels.weekOrLess, labels.twoWeeks, labels.longer],
    rows: effects.map(effect => ({
      label: effectText(effect),
      cells: powers.map(power => {
        const days = cells.find(cell => cell.effect === effect && cell.power === power)?.days ?? null
        const isCurrent = effect === current.effect && power === current.power
        return { text: days === null ? NO_NUMBER : number(roundDays(days)), level: levelOf(days), isCurrent }
      }),
    })),
  }
}

/** The same grid with sizes and days in columns. */
export function gridTable(cells: readonly GridCell[], effectText: (effect: number) => string, speech: Speech): Block {
  const { labels, columns } = speech.words.exports
  const { number, share } = numberTexts(speech.language)
  return {
    kind: 'table',
    columns: [
      { title: labels.mde },
      { title: labels.power, isNumeric: true },
      { title: labels.sizePerVariant, isNumeric: true },
      { title: columns.days.title, isNumeric: true },
    ],
    rows: cells.map(({ effect, power, size, days }) => [
      effectText(effect),
      share(power),
      number(size),
      number(days === null ? null : roundDays(days)),
    ]),
  }
}

function levelOf(days: number | null): HeatLevel | null {
  if (days === null) return null
  if (days <= WEEK) return 0
  return days <= 2 * WEEK ? 1 : 2
}

function roundDays(days: number): number {
  return Math.ceil(days)
}
