import { compareText } from '../compare-text.ts'
import type { ReadoutCell } from '../event-store.ts'
import type { ReadoutNames } from './read-names.ts'
import { numberOf, type Row } from './run-query.ts'

export type CellKey = Pick<ReadoutCell, 'arm' | 'stratum' | 'hasAllCovariates'>

export function cellKeyOf(row: Row, { strata }: ReadoutNames): CellKey {
  return {
    arm: numberOf(row, 'arm'),
    stratum: row.stratum_key === null ? null : strata.get(numberOf(row, 'stratum_key'))!,
    hasAllCovariates: row.has_all_covariates === true,
  }
}

/** Arm, stratum (null first), hasAllCovariates. */
export function compareCells(a: CellKey, b: CellKey): number {
  return (
    a.arm - b.arm ||
    Number(a.stratum !== null) - Number(b.stratum !== null) ||
    compareText(a.stratum ?? '', b.stratum ?? '') ||
    Number(a.hasAllCovariates) - Number(b.hasAllCovariates)
  )
}
