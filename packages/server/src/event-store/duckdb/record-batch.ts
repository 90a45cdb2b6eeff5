import type { Conversion, EventBatch, Exposure, PrePeriodValue, UserStratum } from '../event-store.ts'
import type { ExperimentIndex } from './experiment-index.ts'
import { COVARIATE_NAME, type ExperimentRows, METRIC_NAME, type NameKind, STRATUM_NAME } from './experiment-rows.ts'
import { IdBytes } from './id-bytes.ts'
import { markRecording, rollBackRecording } from './recording-mark.ts'

const bytes = new IdBytes()

/** What a batch is recorded in: the index that knows what was there, and the rows to be written. */
export interface Recording {
  readonly index: ExperimentIndex
  readonly rows: ExperimentRows
  /** The last sequence given out. */
  sequence: number
}

/** Adds the rows that are new, in order, and returns how many; when it throws, nothing was added. */
export function recordBatch(recording: Recording, batch: EventBatch): number {
  const mark = markRecording(recording)
  try {
    recordItems(recording, batch)
  } catch (error) {
    rollBackRecording(recording, mark)
    throw error
  }
  return recording.sequence - mark.sequence
}

function recordItems(recording: Recording, batch: EventBatch): void {
  const { receivedAt } = batch
  switch (batch.kind) {
    case 'exposures':
      for (const item of batch.items) recordExposure(recording, item, receivedAt)
      return
    case 'conversions':
      for (const item of batch.items) recordConversion(recording, item, receivedAt)
      return
    case 'pre_period':
      for (const item of batch.items) recordPrePeriod(recording, item, receivedAt)
      return
    case 'strata':
      for (const item of batch.items) recordStratum(recording, item, receivedAt)
      return
  }
}

function recordExposure(recording: Recording, item: Exposure, receivedAt: number): void {
  const userKey = userKeyOf(recording, item.userId)
  const { arm, occurredAt } = item
  if (recording.index.armOf(userKey) !== null) return
  const { exposures } = recording.rows
  exposures.userKey.push(userKey)
  recording.index.setArm(userKey, arm)
  exposures.arm.push(arm)
  exposures.clientTime.push(occurredAt)
  exposures.receivedAt.push(receivedAt)
  exposures.sequence.push(nextSequence(recording))
}

function recordConversion(recording: Recording, item: Conversion, receivedAt: number): void {
  const { value, occurredAt, idempotencyKey } = item
  const metricKey = nameKeyOf(recording, METRIC_NAME, item.metric)
  if (idempotencyKey !== null && !isFirstUse(recording, metricKey, idempotencyKey)) return
  const { conversions } = recording.rows
  conversions.idempotencyKey.push(idempotencyKey === null ? null : bytes)
  conversions.userKey.push(userKeyOf(recording, item.userId))
  conversions.metricKey.push(metricKey)
  conversions.value.push(value)
  conversions.clientTime.push(occurredAt)
  conversions.receivedAt.push(receivedAt)
  conversions.sequence.push(nextSequence(recording))
}

function isFirstUse(recording: Recording, metricKey: number, idempotencyKey: string): boolean {
  const keys = recording.index.idempotencyKeysOf(metricKey)
  const { size } = keys
  return keys.intern(bytes.encode(idempotencyKey)) === size
}

function recordPrePeriod(recording: Recording, item: PrePeriodValue, receivedAt: number): void {
  const covariateKey = nameKeyOf(recording, COVARIATE_NAME, item.covariate)
  const userKey = userKeyOf(recording, item.userId)
  const { value } = item
  const users = recording.index.usersWithCovariate(covariateKey)
  if (users.has(userKey)) return
  const { prePeriod } = recording.rows
  prePeriod.covariateKey.push(covariateKey)
  prePeriod.userKey.push(userKey)
  users.add(userKey)
  prePeriod.value.push(value)
  prePeriod.receivedAt.push(receivedAt)
  prePeriod.sequence.push(nextSequence(recording))
}

function recordStratum(recording: Recording, item: UserStratum, receivedAt: number): void {
  const userKey = userKeyOf(recording, item.userId)
  const { stratum } = item
  if (recording.index.hasStratum(userKey)) return
  const { strata } = recording.rows
  strata.userKey.push(userKey)
  recording.index.markStratum(userKey)
  strata.stratumKey.push(nameKeyOf(recording, STRATUM_NAME, stratum))
  strata.receivedAt.push(receivedAt)
  strata.sequence.push(nextSequence(recording))
}

function userKeyOf({ index, rows }: Recording, userId: string): number {
  const { size } = index.users
  const key = index.users.intern(bytes.encode(userId))
  if (key < size) return key
  rows.users.userKey.push(key)
  rows.users.userId.push(bytes)
  return key
}

function nameKeyOf({ index, rows }: Recording, kind: NameKind, name: string): number {
  const names = index.names[kind]
  const { size } = names
  const key = names.intern(bytes.encode(name))
  if (key < size) return key
  rows.names.kind.push(kind)
  rows.names.nameKey.push(key)
  rows.names.name.push(bytes)
  return key
}

function nextSequence(recording: Recording): number {
  recording.sequence += 1
  return recording.sequence
}
