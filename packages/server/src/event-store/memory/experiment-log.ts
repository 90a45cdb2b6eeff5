import type { Arm, Conversion, EpochMs, EventBatch, Exposure } from '../event-store.ts'

export interface LoggedExposure {
  readonly arm: Arm
  readonly clientTime: EpochMs | null
  readonly receivedAt: EpochMs
}

export interface LoggedConversion {
  readonly userId: string
  readonly metric: string
  readonly value: number
  readonly clientTime: EpochMs | null
  readonly receivedAt: EpochMs
}

/** What one experiment stores. `exposures`, `strata` and the covariates are keyed by user id. */
export interface ExperimentLog {
  readonly exposures: Map<string, LoggedExposure>
  readonly conversions: LoggedConversion[]
  readonly idempotencyKeys: Map<string, Set<string>>
  readonly covariates: Map<string, Map<string, number>>
  readonly strata: Map<string, string>
  lastSequence: number
}

export function emptyLog(): ExperimentLog {
  return {
    exposures: new Map(),
    conversions: [],
    idempotencyKeys: new Map(),
    covariates: new Map(),
    strata: new Map(),
    lastSequence: 0,
  }
}

/** Records what is new and returns the last sequence given out. */
export function recordInLog(log: ExperimentLog, batch: EventBatch, lastSequence: number): number {
  const recorded = recordItems(log, batch).filter(Boolean).length
  if (recorded > 0) log.lastSequence = lastSequence + recorded
  return lastSequence + recorded
}

function recordItems(log: ExperimentLog, batch: EventBatch): boolean[] {
  switch (batch.kind) {
    case 'exposures':
      return batch.items.map(item => recordFirst(log.exposures, item.userId, toLogged(item, batch.receivedAt)))
    case 'conversions':
      return batch.items.map(item => recordConversion(log, item, batch.receivedAt))
    case 'pre_period':
      return batch.items.map(item =>
        recordFirst(entryOf(log.covariates, item.covariate, newMap), item.userId, item.value),
      )
    case 'strata':
      return batch.items.map(item => recordFirst(log.strata, item.userId, item.stratum))
  }
}

function toLogged(item: Exposure, receivedAt: EpochMs): LoggedExposure {
  return { arm: item.arm, clientTime: item.occurredAt, receivedAt }
}

function recordConversion(log: ExperimentLog, item: Conversion, receivedAt: EpochMs): boolean {
  const keys = entryOf(log.idempotencyKeys, item.metric, () => new Set<string>())
  if (item.idempotencyKey !== null && keys.has(item.idempotencyKey)) return false
  if (item.idempotencyKey !== null) keys.add(item.idempotencyKey)
  const { userId, metric, value, occurredAt } = item
  log.conversions.push({ userId, metric, value, clientTime: occurredAt, receivedAt })
  return true
}

function recordFirst<T>(entries: Map<string, T>, key: string, value: T): boolean {
  if (entries.has(key)) return false
  entries.set(key, value)
  return true
}

function entryOf<T>(entries: Map<string, T>, key: string, create: () => T): T {
  const present = entries.get(key)
  if (present !== undefined) return present
  const created = create()
  entries.set(key, created)
  return created
}

const newMap = (): Map<string, number> => new Map()
