import type { Kysely } from 'kysely'
import { chunksOf } from '../../database/chunks-of.ts'
import type { Tables } from '../../database/tables.ts'
import type { EventStore } from '../../event-store/event-store.ts'
import { listFrozenRevisions } from '../projects/projects-repository.ts'
import { RecordedLooksRepository } from '../readout/recorded-looks-repository.ts'
import { COLLECTIONS, type CollectionName } from './bundle-collections.ts'
import { BundleSeal } from './bundle-seal.ts'
import { BUNDLE_KEYS, BUNDLE_VERSION } from './bundle-versions.ts'
import { canonicalJson } from './canonical-json.ts'
import { type CountedPart, executionParts } from './execution-parts.ts'
import { legacyCanonical } from './legacy-canonical.ts'
import { fitLegacy } from './legacy-fit.ts'
import { LEGACY_MODELS } from './legacy-schemas.gen.ts'

const RECORDS_AT_ONCE = 50

export interface BundleSource {
  /** A snapshot. */
  readonly db: Kysely<Tables>
  readonly events: Pick<EventStore, 'exportRows'>
  readonly generatedAt: string
  readonly version: number
  readonly includesExecution: boolean
  readonly signingKey: string | null
}

/**
 * A bundle, part by part. What is written is the canonical text itself, so checksum and signature are ready when it ends;
 * `integrity`, which they do not cover, stands last.
 */
export async function* bundleParts(source: BundleSource): AsyncGenerator<string> {
  const seal = new BundleSeal(source.signingKey)
  const counts: Record<string, number> = zeroCounts(source)
  let separator = '{'
  for (const key of keysOf(source)) {
    yield seal.add(`${separator}"${key}":`)
    for await (const { text, rows } of valueParts(key, source)) {
      if (rows > 0) counts[countOf(key)] = (counts[countOf(key)] ?? 0) + rows
      yield seal.add(text)
    }
    separator = ','
  }
  seal.add('}')
  yield `,"integrity":${JSON.stringify({ counts, ...seal.end() })}}`
}

type Key = (typeof BUNDLE_KEYS)[number]

function countOf(key: Key): string {
  return key === 'execution' ? 'execution_rows' : key
}

function keysOf({ version, includesExecution }: BundleSource): readonly Key[] {
  const legacy = Object.keys(LEGACY_MODELS.WorkspaceBundle!.fields)
  return BUNDLE_KEYS.filter(key => {
    if (key === 'execution') return version === BUNDLE_VERSION && includesExecution
    return version === BUNDLE_VERSION || legacy.includes(key)
  })
}

function zeroCounts({ version }: BundleSource): Record<string, number> {
  const legacy = { projects: 0, analysis_runs: 0, export_events: 0, project_revisions: 0 }
  return version === BUNDLE_VERSION ? { ...legacy, templates: 0, execution_rows: 0 } : legacy
}

async function* valueParts(key: Key, source: BundleSource): AsyncGenerator<CountedPart> {
  if (key === 'schema_version') yield { text: String(source.version), rows: 0 }
  else if (key === 'generated_at') yield { text: canonicalJson(source.generatedAt), rows: 0 }
  else if (key === 'execution') yield* executionList(source)
  else yield* recordList(key, source)
}

async function* recordList(key: CollectionName, { db, version }: BundleSource): AsyncGenerator<CountedPart> {
  const { ids, read } = COLLECTIONS[key]
  const toText = version === BUNDLE_VERSION ? canonicalJson : legacyText(key)
  yield { text: '[', rows: 0 }
  for (const [index, part] of chunksOf(await ids(db), RECORDS_AT_ONCE).entries()) {
    const byId = new Map((await read(db, part)).map(record => [record.id, record]))
    const text = part.map(id => toText(byId.get(id))).join()
    yield { text: index === 0 ? text : `,${text}`, rows: part.length }
  }
  yield { text: ']', rows: 0 }
}

function legacyText(key: CollectionName): (record: unknown) => string {
  const [list] = LEGACY_MODELS.WorkspaceBundle!.fields[key]!
  const kind = list.slice('[]'.length)
  return record => legacyCanonical(kind, fitLegacy(kind, record))
}

async function* executionList({ db, events }: BundleSource): AsyncGenerator<CountedPart> {
  const looks = new RecordedLooksRepository(db)
  let separator = '['
  for (const project of await listFrozenRevisions(db)) {
    for await (const { text, rows } of executionParts(project, { events, looks })) {
      yield { text: `${separator}${text}`, rows }
      separator = ''
    }
    if (separator === '') separator = ','
  }
  yield { text: separator === '[' ? '[]' : ']', rows: 0 }
}
