import type { CellKey } from '../compare-cells.ts'
import type { ReadoutNames } from './read-names.ts'
import { numberOf, type Row } from './run-query.ts'

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
