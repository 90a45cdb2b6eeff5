import { compareText } from './compare-text.ts'
import type { ReadoutCell } from './event-store.ts'

export type CellKey = Pick<ReadoutCell, 'arm' | 'stratum' | 'quarter' | 'hasAllCovariates' | 'exposureDay'>

/** Arm, stratum and quarter (null first), hasAllCovariates, day. */
export function compareCells(a: CellKey, b: CellKey): number {
  return (
    a.arm - b.arm ||
    Number(a.stratum !== null) - Number(b.stratum !== null) ||
    compareText(a.stratum ?? '', b.stratum ?? '') ||
    (a.quarter ?? -1) - (b.quarter ?? -1) ||
    Number(a.hasAllCovariates) - Number(b.hasAllCovariates) ||
    a.exposureDay - b.exposureDay
  )
}
