import { compareText } from '../compare-text.ts'
import type { ReadoutCell } from '../event-store.ts'
import type { ReadoutNames } from './read-names.ts'
import { numberOf, type Row } from './run-query.ts'

export type CellKey = Pick<ReadoutCell, 'arm' | 'stratum' | 'quarter' | 'hasAllCovariates' | 'exposureDay'>

export function cellKeyOf(row: Row, { strata }: ReadoutNames): CellKey {
  return {
    arm: numberOf(row, 'arm'),
    stratum: row.stratum_key === null ? null : strata.get(numberOf(row, 'stratum_key'))!,
    quarter: row.quarter === null ? null : numberOf(row, 'quarter'),
    hasAllCovariates: row.has_all_covariates === true,
    exposureDay: numberOf(row, 'exposure_day'),
  }
}

/** Equal for equal cells of one read. */
export function cellName(row: Row): string {
  return `${row.arm} ${row.stratum_key} ${row.quarter} ${row.has_all_covariates} ${row.exposure_day}`
}

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
