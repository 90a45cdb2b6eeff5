import { digestOfId } from '../digest-of-id.ts'
import type { EventBatch } from '../event-store.ts'
import type { ClickHousePort, Row } from './clickhouse-port.ts'
import type { CommitState } from './commit-state.ts'
import { type KnownRows, type NameKind, noKnownRows, setOf } from './known-rows.ts'
import { readQuestion } from './read-question.ts'
import { textOf } from './row-values.ts'
import { splitIds } from './split-ids.ts'

const EXPOSURES = readQuestion('known-exposures')
const IDEMPOTENCY_KEYS = readQuestion('known-idempotency-keys')
const PRE_PERIOD = readQuestion('known-pre-period')
const STRATA = readQuestion('known-strata')
const IDENTITIES = readQuestion('known-identities')
const IDENTITY_CONFLICTS = readQuestion('known-identity-conflicts')
const EXCLUSIONS = readQuestion('known-exclusions')
const NAMES = readQuestion('known-names')
const ERASURES = readQuestion('known-erasures')

/** Looks up what the batches' items may repeat. */
export async function findKnownRows(
  port: ClickHousePort,
  experimentId: string,
  state: CommitState,
  batches: readonly EventBatch[],
): Promise<KnownRows> {
  const known = noKnownRows()
  if (state.version === 0) return known
  const find: Find = async (sql, ids, add) => {
    for (const part of splitIds(ids)) {
      const rows = await port.select(sql, { experiment_id: experimentId, bounds: state.bounds, ids: part })
      rows.forEach(add)
    }
  }
  const ids = wantedIds(batches)
  await Promise.all([
    findUsers(find, ids, known),
    findLinks(find, ids, known),
    find(NAMES, ids.names, row => setOf(known.names, Number(row.kind) as NameKind).add(textOf(row, 'name'))),
    state.hasErasures ? findErased(find, ids, known) : null,
  ])
  return known
}

type Find = (sql: string, ids: ReadonlySet<string>, add: (row: Row) => void) => Promise<void>

type WantedIds = Readonly<Record<keyof ReturnType<typeof noWantedIds>, ReadonlySet<string>>>

function noWantedIds() {
  return {
    exposed: new Set<string>(),
    keys: new Set<string>(),
    measured: new Set<string>(),
    stratified: new Set<string>(),
    linked: new Set<string>(),
    excluded: new Set<string>(),
    names: new Set<string>(),
    all: new Set<string>(),
    digests: new Set<string>(),
  }
}

function wantedIds(batches: readonly EventBatch[]): WantedIds {
  const ids = noWantedIds()
  for (const batch of batches) {
    for (const item of batch.items) {
      if ('digest' in item) {
        ids.digests.add(item.digest)
        continue
      }
      if ('anonymousId' in item) {
        for (const id of [item.anonymousId, item.canonicalId]) ids.linked.add(id) && ids.all.add(id)
        continue
      }
      ids.all.add(item.userId)
      if ('arm' in item) ids.exposed.add(item.userId)
      else if ('idempotencyKey' in item) item.idempotencyKey !== null && ids.keys.add(item.idempotencyKey)
      else if ('covariate' in item) ids.measured.add(item.userId) && ids.names.add(item.covariate)
      else if ('stratum' in item) ids.stratified.add(item.userId) && ids.names.add(item.stratum)
      else ids.excluded.add(item.userId)
    }
  }
  return ids
}

async function findUsers(find: Find, ids: WantedIds, known: KnownRows): Promise<void> {
  await Promise.all([
    find(EXPOSURES, ids.exposed, row => known.exposed.add(textOf(row, 'user_id'))),
    find(IDEMPOTENCY_KEYS, ids.keys, row =>
      setOf(known.idempotencyKeys, textOf(row, 'metric')).add(textOf(row, 'idempotency_key')),
    ),
    find(PRE_PERIOD, ids.measured, row => setOf(known.measured, textOf(row, 'covariate')).add(textOf(row, 'user_id'))),
    find(STRATA, ids.stratified, row => known.stratified.add(textOf(row, 'user_id'))),
    find(EXCLUSIONS, ids.excluded, row => known.excluded.add(textOf(row, 'user_id'))),
  ])
}

async function findLinks(find: Find, ids: WantedIds, known: KnownRows): Promise<void> {
  await Promise.all([
    find(IDENTITIES, ids.linked, row => {
      known.links.set(textOf(row, 'anonymous_id'), textOf(row, 'canonical_id'))
      known.canonicalIds.add(textOf(row, 'canonical_id'))
    }),
    find(IDENTITY_CONFLICTS, ids.linked, row => known.identityConflicts.add(textOf(row, 'anonymous_id'))),
  ])
}

async function findErased(find: Find, ids: WantedIds, known: KnownRows): Promise<void> {
  const digests = new Set([...ids.digests, ...[...ids.all].map(digestOfId)])
  await find(ERASURES, digests, row => known.erased.add(textOf(row, 'digest')))
}
