import type {
  Conversion,
  EventBatch,
  Exposure,
  IdentityLink,
  PrePeriodValue,
  Refusal,
  UserStratum,
} from '../event-store.ts'
import { CLUSTER_NAME, COVARIATE_NAME, METRIC_NAME, STRATUM_NAME } from './experiment-rows.ts'
import { IdBytes } from './id-bytes.ts'
import { isErased } from './is-erased.ts'
import { recordExclusion, recordLifting } from './record-exclusion.ts'
import { recordLink } from './record-link.ts'
import { nameKeyOf, nextSequence, type Recording, userKeyOf } from './recording.ts'
import { markRecording, rollBackRecording } from './recording-mark.ts'

const bytes = new IdBytes()

export interface Recorded {
  readonly recorded: number
  readonly refused: readonly Refusal[]
}

/** Adds the rows that are new, in order, and tells what became of the items; when it throws, nothing was added. */
export function recordBatch(recording: Recording, batch: EventBatch): Recorded {
  const mark = markRecording(recording)
  const refused: Refusal[] = []
  try {
    return { recorded: recordItems(recording, batch, refused), refused }
  } catch (error) {
    rollBackRecording(recording, mark)
    throw error
  }
}

function recordItems(recording: Recording, batch: EventBatch, refused: Refusal[]): number {
  const { receivedAt } = batch
  const countUsers = <T extends { readonly userId: string }>(items: readonly T[], isRecorded: (item: T) => boolean) =>
    countIf(items, item => !isErased(recording.index, item.userId) && isRecorded(item))
  switch (batch.kind) {
    case 'exposures':
      return countUsers(batch.items, item => recordExposure(recording, item, receivedAt))
    case 'conversions':
      return countUsers(batch.items, item => recordConversion(recording, item, receivedAt))
    case 'pre_period':
      return countUsers(batch.items, item => recordPrePeriod(recording, item, receivedAt))
    case 'pre_period_corrections':
      return countUsers(batch.items, item => correctPrePeriod(recording, item, receivedAt))
    case 'strata':
      return countUsers(batch.items, item => recordStratum(recording, item, receivedAt))
    case 'stratum_corrections':
      return countUsers(batch.items, item => correctStratum(recording, item, receivedAt))
    case 'identities':
      return countIf(batch.items, (item, index) => isLinked(recording, item, { receivedAt, index, refused }))
    case 'exclusions':
      return countUsers(batch.items, item => recordExclusion(recording, item, receivedAt))
    case 'lifted_exclusions':
      return countUsers(batch.items, item => recordLifting(recording, item.userId, receivedAt))
    case 'erasures':
      return countIf(batch.items, ({ digest }) => recordErasure(recording, digest))
  }
}

interface LinkContext {
  readonly receivedAt: number
  readonly index: number
  readonly refused: Refusal[]
}

function isLinked(recording: Recording, item: IdentityLink, { receivedAt, index, refused }: LinkContext): boolean {
  const outcome = recordLink(recording, item, receivedAt)
  if (outcome === 'self_link' || outcome === 'would_chain') {
    refused.push({ index, userId: item.anonymousId, reason: outcome })
  }
  return outcome === 'recorded'
}

function countIf<T>(items: readonly T[], isRecorded: (item: T, index: number) => boolean): number {
  let count = 0
  for (let index = 0; index < items.length; index += 1) if (isRecorded(items[index]!, index)) count += 1
  return count
}

function recordErasure(recording: Recording, digest: string): boolean {
  const { erased } = recording.index
  if (erased.has(digest)) return false
  const { erasures } = recording.rows
  erasures.digest.push(bytes.encode(digest))
  erased.add(digest)
  erasures.sequence.push(nextSequence(recording))
  return true
}

function recordExposure(recording: Recording, item: Exposure, receivedAt: number): boolean {
  const userKey = userKeyOf(recording, item.userId)
  const { arm, occurredAt, clusterId = null } = item
  if (recording.index.armOf(userKey) !== null) return false
  const { exposures } = recording.rows
  exposures.userKey.push(userKey)
  recording.index.setArm(userKey, arm)
  exposures.arm.push(arm)
  exposures.clientTime.push(occurredAt)
  exposures.receivedAt.push(receivedAt)
  exposures.sequence.push(nextSequence(recording))
  if (clusterId !== null) recordCluster(recording, userKey, clusterId)
  return true
}

/** Apart from the exposures, so that a design without clusters stores and reads nothing of them. */
function recordCluster(recording: Recording, userKey: number, clusterId: string): void {
  const { clusters } = recording.rows
  clusters.clusterKey.push(nameKeyOf(recording, CLUSTER_NAME, clusterId))
  clusters.userKey.push(userKey)
  clusters.sequence.push(recording.sequence)
}

function recordConversion(recording: Recording, item: Conversion, receivedAt: number): boolean {
  const { value, occurredAt, idempotencyKey } = item
  const metricKey = nameKeyOf(recording, METRIC_NAME, item.metric)
  if (idempotencyKey !== null && !isFirstUse(recording, metricKey, idempotencyKey)) return false
  const { conversions } = recording.rows
  conversions.idempotencyKey.push(idempotencyKey === null ? null : bytes)
  conversions.userKey.push(userKeyOf(recording, item.userId))
  conversions.metricKey.push(metricKey)
  conversions.value.push(value)
  conversions.clientTime.push(occurredAt)
  conversions.receivedAt.push(receivedAt)
  conversions.sequence.push(nextSequence(recording))
  return true
}

function isFirstUse(recording: Recording, metricKey: number, idempotencyKey: string): boolean {
  const keys = recording.index.idempotencyKeysOf(metricKey)
  const { size } = keys
  return keys.intern(bytes.encode(idempotencyKey)) === size
}

function recordPrePeriod(recording: Recording, item: PrePeriodValue, receivedAt: number): boolean {
  const covariateKey = nameKeyOf(recording, COVARIATE_NAME, item.covariate)
  const userKey = userKeyOf(recording, item.userId)
  const { value } = item
  const users = recording.index.usersWithCovariate(covariateKey)
  if (users.has(userKey)) return false
  const { prePeriod } = recording.rows
  prePeriod.covariateKey.push(covariateKey)
  prePeriod.userKey.push(userKey)
  users.add(userKey)
  prePeriod.value.push(value)
  prePeriod.receivedAt.push(receivedAt)
  prePeriod.sequence.push(nextSequence(recording))
  return true
}

/** A first write too where there is none, so that the index and its undoing know only first writes. */
function correctPrePeriod(recording: Recording, item: PrePeriodValue, receivedAt: number): boolean {
  recordPrePeriod(recording, item, receivedAt)
  const { prePeriodCorrections } = recording.rows
  prePeriodCorrections.covariateKey.push(nameKeyOf(recording, COVARIATE_NAME, item.covariate))
  prePeriodCorrections.userKey.push(userKeyOf(recording, item.userId))
  prePeriodCorrections.value.push(item.value)
  prePeriodCorrections.receivedAt.push(receivedAt)
  prePeriodCorrections.sequence.push(-nextSequence(recording))
  return true
}

function recordStratum(recording: Recording, item: UserStratum, receivedAt: number): boolean {
  const userKey = userKeyOf(recording, item.userId)
  const { stratum } = item
  if (recording.index.hasStratum(userKey)) return false
  const { strata } = recording.rows
  strata.userKey.push(userKey)
  recording.index.markStratum(userKey)
  strata.stratumKey.push(nameKeyOf(recording, STRATUM_NAME, stratum))
  strata.receivedAt.push(receivedAt)
  strata.sequence.push(nextSequence(recording))
  return true
}

function correctStratum(recording: Recording, item: UserStratum, receivedAt: number): boolean {
  recordStratum(recording, item, receivedAt)
  const { stratumCorrections } = recording.rows
  stratumCorrections.userKey.push(userKeyOf(recording, item.userId))
  stratumCorrections.stratumKey.push(nameKeyOf(recording, STRATUM_NAME, item.stratum))
  stratumCorrections.receivedAt.push(receivedAt)
  stratumCorrections.sequence.push(-nextSequence(recording))
  return true
}
