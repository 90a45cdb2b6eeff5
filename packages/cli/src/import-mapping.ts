import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CommandFailure } from './command-failure.ts'

/** What a file holds; each kind is one ingestion route. */
export const KINDS = {
  exposures: { fields: ['user_id', 'variation_index', 'occurred_at'], required: ['user_id', 'variation_index'] },
  conversions: {
    fields: ['user_id', 'metric', 'value', 'idempotency_key', 'occurred_at'],
    required: ['user_id', 'metric'],
  },
  'pre-period': { fields: ['user_id', 'value', 'covariate_name'], required: ['user_id', 'value'] },
  strata: { fields: ['user_id', 'stratum'], required: ['user_id', 'stratum'] },
} as const

export type Kind = keyof typeof KINDS

/** One file read as one kind. A column is a name, or `=` and an expression of DuckDB's SQL over the file's columns. */
export interface Source {
  readonly kind: Kind
  readonly file: string
  readonly columns: Readonly<Record<string, string>>
  /** Rows to take, as an expression; all when null. */
  readonly where: string | null
}

/** Reads `{"sources": [{"kind", "file", "columns", "where"}]}`; files are relative to the mapping, or `override`. */
export function readMapping(path: string, override: string | null): readonly Source[] {
  const parsed = parseJsonFile(path) as { readonly sources?: unknown }
  if (!Array.isArray(parsed.sources)) throw new CommandFailure(`${path}: "sources" is a list of files`)
  return parsed.sources.map((entry, index) =>
    checkedSource(entry, `${path}: sources.${index}`, dirname(path), override),
  )
}

/** A source from flags: columns bear the names of the fields, unless mapped. */
export function sourceFromFlags(kind: Kind, file: string, maps: readonly string[]): Source {
  const columns: Record<string, string> = Object.fromEntries(KINDS[kind].required.map(field => [field, field]))
  for (const map of maps) {
    const [, mapKind, field, column] = /^([a-z-]+)\.([a-z_]+)=(.+)$/s.exec(map) ?? []
    if (mapKind === undefined || field === undefined || column === undefined) {
      throw new CommandFailure(`--map "${map}": write kind.field=column, or kind.field==expression`)
    }
    if (mapKind === kind) columns[field] = column
  }
  return checkedSource({ kind, file, columns }, `--${kind}`, '.', null)
}

export function parseJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CommandFailure(`${path} can not be read: ${error instanceof Error ? error.message : 'unknown reason'}`)
  }
}

function checkedSource(entry: unknown, at: string, folder: string, override: string | null): Source {
  const { kind, file, columns, where = null } = entry as Partial<Record<keyof Source, unknown>>
  if (typeof kind !== 'string' || !(kind in KINDS)) {
    throw new CommandFailure(`${at}.kind: one of ${Object.keys(KINDS).join(', ')}`)
  }
  if (typeof file !== 'string' && override === null) throw new CommandFailure(`${at}.file: a path`)
  if (where !== null && typeof where !== 'string') throw new CommandFailure(`${at}.where: an expression`)
  const known = kind as Kind
  return {
    kind: known,
    file: override ?? resolve(folder, String(file)),
    columns: checkedColumns(known, columns, at),
    where,
  }
}

function checkedColumns(kind: Kind, columns: unknown, at: string): Readonly<Record<string, string>> {
  const given = Object.entries((columns ?? {}) as Record<string, unknown>)
  const { fields, required } = KINDS[kind]
  for (const [field, column] of given) {
    if (!(fields as readonly string[]).includes(field)) {
      throw new CommandFailure(`${at}.columns.${field}: ${kind} have ${fields.join(', ')}`)
    }
    if (typeof column !== 'string' || column === '') throw new CommandFailure(`${at}.columns.${field}: a column`)
  }
  const missing = required.find(field => !given.some(([name]) => name === field))
  if (missing !== undefined) throw new CommandFailure(`${at}.columns.${missing}: ${kind} need it`)
  return Object.fromEntries(given) as Readonly<Record<string, string>>
}
