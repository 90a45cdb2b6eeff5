import { COVARIATE_NAME, METRIC_NAME, STRATUM_NAME } from './experiment-rows.ts'
import type { Recording } from './record-batch.ts'

const NAME_KINDS = [METRIC_NAME, COVARIATE_NAME, STRATUM_NAME] as const

/** Where a recording stood before a batch. */
export interface RecordingMark {
  readonly sequence: number
  readonly rowCounts: readonly number[]
  readonly exposures: number
  readonly prePeriod: number
  readonly strata: number
  readonly users: number
  readonly names: readonly number[]
  readonly idempotencyKeys: readonly number[]
}

export function markRecording({ index, rows, sequence }: Recording): RecordingMark {
  return {
    sequence,
    rowCounts: rows.lengths(),
    exposures: rows.exposures.userKey.length,
    prePeriod: rows.prePeriod.userKey.length,
    strata: rows.strata.userKey.length,
    users: index.users.size,
    names: NAME_KINDS.map(kind => index.names[kind].size),
    idempotencyKeys: index.idempotencyKeySizes(),
  }
}

/** The rows themselves say what the index must forget. The last column of a table may be one row short. */
export function rollBackRecording(recording: Recording, mark: RecordingMark): void {
  const { index, rows } = recording
  const { exposures, prePeriod, strata } = rows
  for (let row = mark.exposures; row < exposures.userKey.length; row += 1) index.unsetArm(exposures.userKey.at(row))
  for (let row = mark.strata; row < strata.userKey.length; row += 1) index.unmarkStratum(strata.userKey.at(row))
  for (let row = mark.prePeriod; row < prePeriod.userKey.length; row += 1) {
    index.usersWithCovariate(prePeriod.covariateKey.at(row)).delete(prePeriod.userKey.at(row))
  }
  index.truncateIdempotencyKeys(mark.idempotencyKeys)
  NAME_KINDS.forEach((kind, at) => {
    index.names[kind].truncate(mark.names[at]!)
  })
  index.users.truncate(mark.users)
  rows.truncate(mark.rowCounts)
  recording.sequence = mark.sequence
}
