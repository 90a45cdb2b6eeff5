import { NAME_KINDS } from './experiment-rows.ts'
import type { Recording } from './recording.ts'

/** Where a recording stood before a batch. */
export interface RecordingMark {
  readonly sequence: number
  readonly rowCounts: readonly number[]
  readonly exposures: number
  readonly prePeriod: number
  readonly strata: number
  readonly identities: number
  readonly identityConflicts: number
  readonly exclusions: number
  readonly erased: number
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
    identities: rows.identities.anonymousKey.length,
    identityConflicts: rows.identityConflicts.anonymousKey.length,
    exclusions: rows.exclusions.userKey.length,
    erased: index.erased.size,
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
  rollBackLinks(recording, mark)
  rollBackExclusions(recording, mark)
  // A set keeps the order in which its members came.
  for (const digest of [...index.erased].slice(mark.erased)) index.erased.delete(digest)
  index.truncateIdempotencyKeys(mark.idempotencyKeys)
  NAME_KINDS.forEach((kind, at) => {
    index.names[kind].truncate(mark.names[at]!)
  })
  index.users.truncate(mark.users)
  rows.truncate(mark.rowCounts)
  recording.sequence = mark.sequence
}

function rollBackLinks({ index, rows }: Recording, mark: RecordingMark): void {
  const { identities, identityConflicts } = rows
  for (let row = identities.anonymousKey.length - 1; row >= mark.identities; row -= 1) {
    index.links.unlink(identities.anonymousKey.at(row))
  }
  for (let row = mark.identityConflicts; row < identityConflicts.anonymousKey.length; row += 1) {
    index.links.conflicts.delete(identityConflicts.anonymousKey.at(row))
  }
}

function rollBackExclusions({ index, rows }: Recording, mark: RecordingMark): void {
  const { userKey, isExcluded } = rows.exclusions
  for (let row = isExcluded.length - 1; row >= mark.exclusions; row -= 1) {
    if (isExcluded.at(row) === 1) index.excluded.delete(userKey.at(row))
    else index.excluded.add(userKey.at(row))
  }
}
