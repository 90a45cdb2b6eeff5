import type { EventBatch, EventStore } from '../../event-store/event-store.ts'
import { parseDatetime } from '../../http/datetime.ts'
import type { Execution } from './execution-schema.ts'

const MOST_ROWS = 5000
/** They wait for the disk together. */
const BATCHES_AT_ONCE = 200
/** A quarter of what the queue of a store holds: the others still get in, however large the bundle is. */
const ROWS_AT_ONCE = 50_000

type Content = EventBatch extends infer B
  ? B extends EventBatch
    ? Omit<B, 'experimentId' | 'receivedAt'>
    : never
  : never
type Append = Pick<EventStore, 'append'>

/** Stores the rows of an experiment in their order and with their times; `at` stands for the times of rows that carry none. */
export async function storeExecution(
  experimentId: string,
  execution: Execution,
  events: Append,
  at: number,
): Promise<void> {
  for (const group of groupsOf(batchesOf(execution, at))) {
    const sent = group.map(batch => events.append({ ...batch, experimentId } as EventBatch))
    // All have ended before one that failed is told: what comes then must not be overtaken.
    const failed = (await Promise.allSettled(sent)).find(outcome => outcome.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
}

type Batch = Content & { readonly receivedAt: number }

/** Batches that are under way together; they are made when their turn comes. */
function* groupsOf(batches: Iterable<Batch>): Generator<readonly Batch[]> {
  let group: Batch[] = []
  let rows = 0
  for (const batch of batches) {
    rows += batch.items.length
    if (group.length === BATCHES_AT_ONCE || rows > ROWS_AT_ONCE) {
      yield group
      group = []
      rows = batch.items.length
    }
    group.push(batch)
  }
  if (group.length > 0) yield group
}

function* batchesOf(execution: Execution, at: number): Generator<Batch> {
  // First, so that a bundle can not bring back whom it says to be erased.
  for (const { items } of runsOf(execution.erasures, () => '')) {
    yield { kind: 'erasures', receivedAt: at, items: items.map(({ id_sha256 }) => ({ digest: id_sha256 })) }
  }
  for (const { items } of runsOf(execution.identities, () => '')) {
    yield { kind: 'identities', receivedAt: at, items: items.map(toLink) }
  }
  for (const { items } of runsOf(execution.identity_conflicts, () => '')) {
    yield { kind: 'identities', receivedAt: at, items: items.map(row => conflictingLink(row, execution)) }
  }
  for (const { key, items } of runsOf(execution.exposures, row => row.received_at)) {
    yield { kind: 'exposures', receivedAt: parseDatetime(key)!, items: items.map(toExposure) }
  }
  for (const { key, items } of runsOf(execution.conversions, row => row.received_at)) {
    yield { kind: 'conversions', receivedAt: parseDatetime(key)!, items: items.map(toConversion) }
  }
  for (const { key, items } of runsOf(execution.pre_period, row => row.is_correction)) {
    yield { kind: key ? 'pre_period_corrections' : 'pre_period', receivedAt: at, items: items.map(toPrePeriod) }
  }
  for (const { key, items } of runsOf(execution.strata, row => row.is_correction)) {
    yield { kind: key ? 'stratum_corrections' : 'strata', receivedAt: at, items: items.map(toStratum) }
  }
  for (const { items } of runsOf(execution.exclusions, () => '')) {
    yield { kind: 'exclusions', receivedAt: at, items: items.map(toExclusion) }
  }
}

/** Rows that follow each other with the same key. */
function* runsOf<T, K>(rows: readonly T[], keyOf: (row: T) => K): Generator<{ key: K; items: readonly T[] }> {
  for (let from = 0; from < rows.length; ) {
    const key = keyOf(rows[from]!)
    let to = from + 1
    while (to < rows.length && to - from < MOST_ROWS && keyOf(rows[to]!) === key) to += 1
    yield { key, items: rows.slice(from, to) }
    from = to
  }
}

function toLink({ anonymous_id, canonical_id }: Execution['identities'][number]) {
  return { anonymousId: anonymous_id, canonicalId: canonical_id }
}

// The store counts a second link to somebody else and keeps no more of it, so it does not matter to whom.
function conflictingLink({ anonymous_id }: { readonly anonymous_id: string }, { project_id }: Execution) {
  return { anonymousId: anonymous_id, canonicalId: `${project_id} ${anonymous_id}` }
}

function toExposure(row: Execution['exposures'][number]) {
  const { user_id, variation_index, occurred_at, cluster_id } = row
  return { userId: user_id, arm: variation_index, occurredAt: maybeMoment(occurred_at), clusterId: cluster_id }
}

function toConversion(row: Execution['conversions'][number]) {
  const { user_id, metric, value, idempotency_key, occurred_at } = row
  return {
    userId: user_id,
    metric,
    value,
    idempotencyKey: idempotency_key,
    occurredAt: maybeMoment(occurred_at),
  }
}

function toPrePeriod({ user_id, covariate_name, value }: Execution['pre_period'][number]) {
  return { userId: user_id, covariate: covariate_name, value }
}

function toStratum({ user_id, stratum }: Execution['strata'][number]) {
  return { userId: user_id, stratum }
}

function toExclusion({ user_id, exclusion_reason }: Execution['exclusions'][number]) {
  return { userId: user_id, reason: exclusion_reason }
}

function maybeMoment(text: string | null): number | null {
  return text === null ? null : parseDatetime(text)
}
