import type { Arm, Conversion, EpochMs, EventBatch, Exposure, IdentityLink, RefusalReason } from '../event-store.ts'

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
  readonly clientTime: EpochMs | null
  readonly receivedAt: EpochMs
}

/** What one experiment stores, every map and list in the order of arrival. */
export interface ExperimentLog {
  /** By user id, as are the strata and each covariate: first writes only. */
  readonly exposures: Map<string, LoggedExposure>
  readonly conversions: LoggedConversion[]
  readonly idempotencyKeys: Map<string, Set<string>>
  readonly covariates: Map<string, Map<string, number>>
  readonly covariateCorrections: { readonly userId: string; readonly covariate: string; readonly value: number }[]
  readonly strata: Map<string, string>
  readonly stratumCorrections: { readonly userId: string; readonly stratum: string }[]
  /** Canonical id by anonymous id. */
  readonly links: Map<string, string>
  /** Anonymous ids that were linked to another person later. */
  readonly identityConflicts: Set<string>
  readonly exclusions: Map<string, string>
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
    stratumCorrections: [],
    links: new Map(),
    identityConflicts: new Set(),
    exclusions: new Map(),
    lastSequence: 0,
  }
}

/** Records what is new and says for each item what became of it. */
export function recordInLog(log: ExperimentLog, batch: EventBatch): readonly Outcome[] {
  switch (batch.kind) {
    case 'exposures':
      return batch.items.map(item => recordFirst(log.exposures, item.userId, toLogged(item, batch.receivedAt)))
    case 'conversions':
      return batch.items.map(item => recordConversion(log, item, batch.receivedAt))
    case 'pre_period':
      return batch.items.map(item => recordFirst(covariateOf(log, item.covariate), item.userId, item.value))
    case 'pre_period_corrections':
      return batch.items.map(item => {
        recordFirst(covariateOf(log, item.covariate), item.userId, item.value)
        return add(log.covariateCorrections, item)
      })
    case 'strata':
      return batch.items.map(item => recordFirst(log.strata, item.userId, item.stratum))
    case 'stratum_corrections':
      return batch.items.map(item => {
        recordFirst(log.strata, item.userId, item.stratum)
        return add(log.stratumCorrections, item)
      })
    case 'identities':
      return batch.items.map(item => recordLink(log, item))
    case 'exclusions':
      return batch.items.map(item => recordFirst(log.exclusions, item.userId, item.reason))
    case 'lifted_exclusions':
      return batch.items.map(item => (log.exclusions.delete(item.userId) ? 'recorded' : 'deduplicated'))
  }
}

function toLogged(item: Exposure, receivedAt: EpochMs): LoggedExposure {
  return { arm: item.arm, clientTime: item.occurredAt, receivedAt, clusterId: item.clusterId ?? null }
}

function recordConversion(log: ExperimentLog, item: Conversion, receivedAt: EpochMs): Outcome {
  const keys = entryOf(log.idempotencyKeys, item.metric, () => new Set<string>())
  if (item.idempotencyKey !== null && keys.has(item.idempotencyKey)) return 'deduplicated'
  if (item.idempotencyKey !== null) keys.add(item.idempotencyKey)
  const { userId, metric, value, occurredAt } = item
  return add(log.conversions, { userId, metric, value, clientTime: occurredAt, receivedAt })
}

function recordLink(log: ExperimentLog, { anonymousId, canonicalId }: IdentityLink): Outcome {
  if (anonymousId === canonicalId) return 'self_link'
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
  return entryOf(log.covariates, name, () => new Map<string, number>())
}

function entryOf<T>(entries: Map<string, T>, key: string, create: () => T): T {
  const present = entries.get(key)
  if (present !== undefined) return present
  const created = create()
  entries.set(key, created)
  return created
}
