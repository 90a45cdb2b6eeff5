import type { Quarter, Readout, ReadoutCell } from '../../event-store/event-store.ts'
import { dateOf } from './timeseries.ts'

const SPLITS = ['stratum', 'day_of_week', 'exposure_week'] as const
const COVARIATE = 'covariate:'

/** What persons are split by: something that the treatment can not change. */
export type SliceBy =
  | { readonly kind: (typeof SPLITS)[number] }
  | { readonly kind: 'covariate'; readonly covariate: string }

/** The cells of one slice. */
export interface SliceCells {
  readonly key: string | null
  readonly quarter: Quarter | null
  readonly cells: readonly ReadoutCell[]
}

/** Null when the text names no split. */
export function parseSliceBy(text: string): SliceBy | null {
  if (text.startsWith(COVARIATE) && text.length > COVARIATE.length) {
    return { kind: 'covariate', covariate: text.slice(COVARIATE.length) }
  }
  const kind = SPLITS.find(split => split === text)
  return kind === undefined ? null : { kind }
}

/** The cells by slice, those without a key last: slices are disjoint, so their moments merge without another scan. */
export function sliceCells({ cells, quarters }: Readout, { kind }: SliceBy): readonly SliceCells[] {
  const groups = new Map<string | null, ReadoutCell[]>()
  for (const cell of cells) {
    const key = keyOf(cell, kind)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [cell])
    else group.push(cell)
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || compare(a ?? '', b ?? ''))
    .map(([key, members]) => ({
      key,
      quarter: kind === 'covariate' && key !== null ? quarters[Number(key) - 1]! : null,
      cells: members,
    }))
}

function keyOf(cell: ReadoutCell, kind: SliceBy['kind']): string | null {
  switch (kind) {
    case 'stratum':
      return cell.stratum
    case 'covariate':
      return cell.quarter === null ? null : String(cell.quarter + 1)
    case 'day_of_week':
      return String(weekdayOf(cell.exposureDay) + 1)
    case 'exposure_week':
      return dateOf(cell.exposureDay - weekdayOf(cell.exposureDay))
  }
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
