import { digestOfId } from '../digest-of-id.ts'
import type {
  Arm,
  Conversion,
  EpochMs,
  EventBatch,
  Exposure,
  IdentityLink,
  RefusalReason,
  UserStratum,
} from '../event-store.ts'

export interface LoggedExposure {
  readonly arm: Arm
  readonly clientTime: EpochMs | null
  readonly receivedAt: EpochMs
  readonly clusterId: string | null
}

export interface LoggedConversion {
  readonly userId: string
  readonly metric: string
  readonly value: number
  readonly idempotencyKey: string | null
  readonly clientTime: EpochMs | null
  readonly receivedAt: EpochMs
}

/** What one experiment stores, every map and list in the order of arrival. */
export interface ExperimentLog {
  /** By user id, as are the strata and each covariate: first writes only. */
  readonly exposures: Map<string, LoggedExposure>
  conversions: LoggedConversion[]
  /** By metric; of the conversions that are stored. */
  idempotencyKeys: Map<string, Set<string>>
  readonly covariates: Map<string, Map<string, number>>
  covariateCorrections: { readonly userId: string; readonly covariate: string; readonly value: number }[]
  readonly strata: Map<string, string>
  /** Every name that was ever recorded. */
  readonly stratumNames: Set<string>
  stratumCorrections: { readonly userId: string; readonly stratum: string }[]
  /** Canonical id by anonymous id. */
  readonly links: Map<string, string>
  /** Anonymous ids that were linked to another person later. */
  readonly identityConflicts: Set<string>
  readonly exclusions: Map<string, string>
  /** Digests of the ids of persons who were erased. */
  readonly erased: Set<string>
  lastSequence: number
}

/** What became of one item; a conflict is a repeated link to another person, counted for the first time. */
export type Outcome = 'recorded' | 'deduplicated' | 'conflict' | RefusalReason

export function emptyLog(): ExperimentLog {
  return {
    exposures: new Map(),
    conversions: [],
    idempotencyKeys: new Map(),
    covariates: new Map(),
    covariateCorrections: [],
    strata: new Map(),
    stratumNames: new Set(),
    stratumCorrections: [],
    links: new Map(),
    identityConflicts: new Set(),
    exclusions: new Map(),
    erased: new Set(),
    lastSequence: 0,
  }
}

/** Records what is new and says for each item what became of it. */
export function recordInLog(log: ExperimentLog, batch: EventBatch): readonly Outcome[] {
  const recordAll = <T extends { readonly userId: string }>(items: readonly T[], record: (item: T) => Outcome) =>
    items.map(item => (isErased(log, item.userId) ? 'deduplicated' : record(item)))
  switch (batch.kind) {
    case 'exposures':
      return recordAll(batch.items, item => recordFirst(log.exposures, item.userId, toLogged(item, batch.receivedAt)))
    case 'conversions':
      return recordAll(batch.items, item => recordConversion(log, item, batch.receivedAt))
    case 'pre_period':
      return recordAll(batch.items, item => recordFirst(covariateOf(log, item.covariate), item.userId, item.value))
    case 'pre_period_corrections':
      return recordAll(batch.items, item => {
        recordFirst(covariateOf(log, item.covariate), item.userId, item.value)
        return add(log.covariateCorrections, item)
      })
    case 'strata':
      return recordAll(batch.items, item => recordStratum(log, item))
    case 'stratum_corrections':
      return recordAll(batch.items, item => {
        recordStratum(log, item)
        log.stratumNames.add(item.stratum)
        return add(log.stratumCorrections, item)
      })
    case 'identities':
      return batch.items.map(item => recordLink(log, item))
    case 'exclusions':
      return recordAll(batch.items, item => recordFirst(log.exclusions, item.userId, item.reason))
    case 'lifted_exclusions':
      return recordAll(batch.items, item => (log.exclusions.delete(item.userId) ? 'recorded' : 'deduplicated'))
    case 'erasures':
      return batch.items.map(({ digest }) => recordErasure(log, digest))
  }
}

/** Keeps the conversions that are named, and forgets the keys of the others. */
export function keepConversions(log: ExperimentLog, isKept: (row: LoggedConversion) => boolean): void {
  log.conversions = log.conversions.filter(isKept)
  log.idempotencyKeys = new Map()
  for (const { metric, idempotencyKey } of log.conversions) addKey(log.idempotencyKeys, metric, idempotencyKey)
}

function addKey(keys: Map<string, Set<string>>, metric: string, key: string | null): void {
  if (key !== null) keys.set(metric, (keys.get(metric) ?? new Set()).add(key))
}

function toLogged(item: Exposure, receivedAt: EpochMs): LoggedExposure {
  return { arm: item.arm, clientTime: item.occurredAt, receivedAt, clusterId: item.clusterId ?? null }
}

function recordConversion(log: ExperimentLog, item: Conversion, receivedAt: EpochMs): Outcome {
  const { userId, metric, value, idempotencyKey, occurredAt } = item
  if (idempotencyKey !== null && log.idempotencyKeys.get(metric)?.has(idempotencyKey)) return 'deduplicated'
  addKey(log.idempotencyKeys, metric, idempotencyKey)
  return add(log.conversions, { userId, metric, value, idempotencyKey, clientTime: occurredAt, receivedAt })
}

function recordStratum(log: ExperimentLog, { userId, stratum }: UserStratum): Outcome {
  if (!log.strata.has(userId)) log.stratumNames.add(stratum)
  return recordFirst(log.strata, userId, stratum)
}

function recordErasure({ erased }: ExperimentLog, digest: string): Outcome {
  if (erased.has(digest)) return 'deduplicated'
  erased.add(digest)
  return 'recorded'
}

function isErased({ erased }: ExperimentLog, userId: string): boolean {
  return erased.size > 0 && erased.has(digestOfId(userId))
}

function recordLink(log: ExperimentLog, { anonymousId, canonicalId }: IdentityLink): Outcome {
  if (anonymousId === canonicalId) return 'self_link'
  if (isErased(log, anonymousId) || isErased(log, canonicalId)) return 'deduplicated'
  const present = log.links.get(anonymousId)
  if (present !== undefined) return repeatedLink(log, anonymousId, present, canonicalId)
  const isCanonical = [...log.links.values()].includes(anonymousId)
  if (isCanonical || log.links.has(canonicalId)) return 'would_chain'
  return recordFirst(log.links, anonymousId, canonicalId)
}

function repeatedLink(log: ExperimentLog, anonymousId: string, present: string, canonicalId: string): Outcome {
  if ((log.links.get(canonicalId) ?? canonicalId) === present) return 'deduplicated'
  if (log.identityConflicts.has(anonymousId)) return 'deduplicated'
  log.identityConflicts.add(anonymousId)
  return 'conflict'
}

function recordFirst<T>(entries: Map<string, T>, key: string, value: T): Outcome {
  if (entries.has(key)) return 'deduplicated'
  entries.set(key, value)
  return 'recorded'
}

function add<T>(rows: T[], row: T): Outcome {
  rows.push(row)
  return 'recorded'
}

function covariateOf(log: ExperimentLog, name: string): Map<string, number> {
  const values = log.covariates.get(name) ?? new Map<string, number>()
  log.covariates.set(name, values)
  return values
}
