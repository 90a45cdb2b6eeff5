import type {
  Conversion,
  Erasure,
  EventBatch,
  Exclusion,
  Exposure,
  PrePeriodValue,
  Refusal,
  UserStratum,
} from '../event-store.ts'
import { COVARIATE_NAME, isErased, type NameKind, STRATUM_NAME, setOf } from './known-rows.ts'
import { recordLink } from './record-link.ts'
import { addDetail, addRow, type Recording } from './recording.ts'

export interface Recorded {
  readonly recorded: number
  readonly refused: readonly Refusal[]
}

/** Adds the rows that are new, in order, and tells what became of the items. */
export function recordBatch(recording: Recording, batch: EventBatch): Recorded {
  const { receivedAt } = batch
  const record = <T extends { readonly userId: string }>(
    items: readonly T[],
    isRecorded: (recording: Recording, item: T, receivedAt: number) => boolean,
  ): Recorded => {
    const { known } = recording
    return {
      recorded: items.filter(item => !isErased(known, item.userId) && isRecorded(recording, item, receivedAt)).length,
      refused: [],
    }
  }
  switch (batch.kind) {
    case 'exposures':
      return record(batch.items, recordExposure)
    case 'conversions':
      return record(batch.items, recordConversion)
    case 'pre_period':
      return record(batch.items, recordPrePeriod)
    case 'pre_period_corrections':
      return record(batch.items, correctPrePeriod)
    case 'strata':
      return record(batch.items, recordStratum)
    case 'stratum_corrections':
      return record(batch.items, correctStratum)
    case 'identities':
      return recordLinks(recording, batch)
    case 'exclusions':
      return record(batch.items, recordExclusion)
    case 'lifted_exclusions':
      return record(batch.items, recordLifting)
    case 'erasures':
      return { recorded: batch.items.filter(item => recordErasure(recording, item)).length, refused: [] }
  }
}

function recordExposure(recording: Recording, item: Exposure, receivedAt: number): boolean {
  const { userId, arm, occurredAt, clusterId = null } = item
  if (!addTo(recording.known.exposed, userId)) return false
  addRow(recording, 'exposures', {
    user_id: userId,
    arm,
    client_time: occurredAt,
    received_at: receivedAt,
    cluster_id: clusterId,
  })
  return true
}

function recordConversion(recording: Recording, item: Conversion, receivedAt: number): boolean {
  const { userId, metric, value, occurredAt, idempotencyKey } = item
  if (idempotencyKey !== null && !addTo(setOf(recording.known.idempotencyKeys, metric), idempotencyKey)) return false
  const source = { user_id: userId, metric, received_at: receivedAt }
  addRow(recording, 'conversions', { ...source, value, client_time: occurredAt })
  if (idempotencyKey !== null) addDetail(recording, 'idempotency_keys', { ...source, idempotency_key: idempotencyKey })
  return true
}

function recordPrePeriod(recording: Recording, item: PrePeriodValue, receivedAt: number): boolean {
  if (!addTo(setOf(recording.known.measured, item.covariate), item.userId)) return false
  addPrePeriod(recording, item, receivedAt, 0)
  return true
}

/** A first write too where there is none. */
function correctPrePeriod(recording: Recording, item: PrePeriodValue, receivedAt: number): boolean {
  recordPrePeriod(recording, item, receivedAt)
  addPrePeriod(recording, item, receivedAt, 1)
  return true
}

function addPrePeriod(recording: Recording, item: PrePeriodValue, receivedAt: number, isCorrection: 0 | 1): void {
  const { userId, covariate, value } = item
  const row = { user_id: userId, covariate, value, received_at: receivedAt, is_correction: isCorrection }
  addRow(recording, 'pre_period', row)
  recordName(recording, COVARIATE_NAME, covariate)
}

function recordStratum(recording: Recording, item: UserStratum, receivedAt: number): boolean {
  if (!addTo(recording.known.stratified, item.userId)) return false
  addStratum(recording, item, receivedAt, 0)
  return true
}

function correctStratum(recording: Recording, item: UserStratum, receivedAt: number): boolean {
  recordStratum(recording, item, receivedAt)
  addStratum(recording, item, receivedAt, 1)
  return true
}

function addStratum(recording: Recording, item: UserStratum, receivedAt: number, isCorrection: 0 | 1): void {
  const { userId, stratum } = item
  addRow(recording, 'strata', { user_id: userId, stratum, received_at: receivedAt, is_correction: isCorrection })
  recordName(recording, STRATUM_NAME, stratum)
}

/** Names stay when the rows of a person who is erased go. */
function recordName(recording: Recording, kind: NameKind, name: string): void {
  if (addTo(setOf(recording.known.names, kind), name)) addDetail(recording, 'names', { kind, name })
}

function recordLinks(recording: Recording, batch: EventBatch & { readonly kind: 'identities' }): Recorded {
  const outcomes = batch.items.map(item => recordLink(recording, item, batch.receivedAt))
  const refused = outcomes.flatMap((reason, index): Refusal[] => {
    if (reason !== 'self_link' && reason !== 'would_chain') return []
    return [{ index, userId: batch.items[index]!.anonymousId, reason }]
  })
  return { recorded: outcomes.filter(outcome => outcome === 'recorded').length, refused }
}

/** The reason of the first exclusion stands until it is lifted. */
function recordExclusion(recording: Recording, { userId, reason }: Exclusion, receivedAt: number): boolean {
  if (!addTo(recording.known.excluded, userId)) return false
  addRow(recording, 'exclusions', { user_id: userId, is_excluded: 1, reason, received_at: receivedAt })
  return true
}

/** False when the user was not excluded. */
function recordLifting(recording: Recording, { userId }: { readonly userId: string }, receivedAt: number): boolean {
  if (!recording.known.excluded.delete(userId)) return false
  addRow(recording, 'exclusions', { user_id: userId, is_excluded: 0, reason: '', received_at: receivedAt })
  return true
}

function recordErasure(recording: Recording, { digest }: Erasure): boolean {
  if (!addTo(recording.known.erased, digest)) return false
  addRow(recording, 'erasures', { digest })
  return true
}

/** False when it was there. */
function addTo(set: Set<string>, member: string): boolean {
  if (set.has(member)) return false
  set.add(member)
  return true
}
