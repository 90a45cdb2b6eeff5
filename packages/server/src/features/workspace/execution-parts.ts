import { isoTime } from '../../clock.ts'
import type { EventRowKind, EventRowsPage, EventStore } from '../../event-store/event-store.ts'
import type { RecordedLooksRepository } from '../readout/recorded-looks-repository.ts'
import { toBundleLook } from './bundle-looks.ts'
import { canonicalJson } from './canonical-json.ts'

/** The keys of an entry in order: the lists of rows as the store gives them, and what stands between. */
const KEYS = [
  ...(['conversions', 'erasures', 'exclusions', 'exposures', 'frozen_revision_id', 'identities'] as const),
  ...(['identity_conflicts', 'looks', 'pre_period', 'project_id', 'strata'] as const),
] as const

interface ExecutionSource {
  readonly events: Pick<EventStore, 'exportRows'>
  readonly looks: Pick<RecordedLooksRepository, 'list'>
}

/** One part of the canonical text of `execution`, and how many rows it holds. */
export interface CountedPart {
  readonly text: string
  readonly rows: number
}

/** A project, and the revision that its experiment goes by, as its column says. */
interface Frozen {
  readonly id: string
  readonly frozenRevisionId: string | null
}

/** The entry of one experiment, part by part; nothing when it has stored nothing. */
export async function* executionParts(
  { id, frozenRevisionId }: Frozen,
  { events, looks }: ExecutionSource,
): AsyncGenerator<CountedPart> {
  const pages = events.exportRows(id)[Symbol.asyncIterator]()
  const taken = await looks.list(id)
  let next = await pages.next()
  if (next.done && taken.length === 0) return
  for (const [index, key] of KEYS.entries()) {
    yield { text: `${index === 0 ? '{' : ','}"${key}":`, rows: 0 }
    if (key === 'project_id') yield { text: canonicalJson(id), rows: 0 }
    else if (key === 'frozen_revision_id') yield { text: canonicalJson(frozenRevisionId), rows: 0 }
    else if (key === 'looks') yield { text: canonicalJson(taken.map(toBundleLook)), rows: taken.length }
    else {
      yield { text: '[', rows: 0 }
      for (let isFirst = true; !next.done && next.value.kind === key; isFirst = false) {
        yield pagePart(next.value, isFirst)
        next = await pages.next()
      }
      yield { text: ']', rows: 0 }
    }
  }
  yield { text: '}', rows: 0 }
}

function pagePart(page: EventRowsPage, isFirst: boolean): CountedPart {
  const toRecord = RECORDS[page.kind] as (row: object) => object
  const text = page.rows.map(row => canonicalJson(toRecord(row))).join()
  return { text: isFirst ? text : `,${text}`, rows: page.rows.length }
}

type RowOf<K extends EventRowKind> = Extract<EventRowsPage, { readonly kind: K }>['rows'][number]

const RECORDS: { readonly [K in EventRowKind]: (row: RowOf<K>) => object } = {
  conversions: row => ({
    user_id: row.userId,
    metric: row.metric,
    value: row.value,
    idempotency_key: row.idempotencyKey,
    ...timesOf(row),
  }),
  erasures: ({ digest }) => ({ id_sha256: digest }),
  exclusions: ({ userId, reason }) => ({ user_id: userId, exclusion_reason: reason }),
  exposures: row => ({
    user_id: row.userId,
    variation_index: row.arm,
    cluster_id: row.clusterId,
    ...timesOf(row),
  }),
  identities: ({ anonymousId, canonicalId }) => ({ anonymous_id: anonymousId, canonical_id: canonicalId }),
  identity_conflicts: ({ anonymousId }) => ({ anonymous_id: anonymousId }),
  pre_period: ({ userId, covariate, value, isCorrection }) => ({
    user_id: userId,
    covariate_name: covariate,
    value,
    is_correction: isCorrection,
  }),
  strata: ({ userId, stratum, isCorrection }) => ({ user_id: userId, stratum, is_correction: isCorrection }),
}

function timesOf({ occurredAt, receivedAt }: { readonly occurredAt: number | null; readonly receivedAt: number }) {
  return { occurred_at: occurredAt === null ? null : isoTime(occurredAt), received_at: isoTime(receivedAt) }
}
