import type { TSchema } from 'typebox'
import type { Conversion } from '../../event-store/event-store.ts'
import { loneSurrogateIn } from '../../http/json-body.ts'
import { type Check, checkOf } from '../../http/validation.ts'
import { contentKey } from './content-key.ts'
import { LINE_KINDS, type LineKind, type StoredItem } from './line-kinds.ts'

/** Why a line is not stored; the path is null when it is the whole line. */
export interface Fault {
  readonly reason: string
  readonly path: string | null
}

/** Told what each line says. */
export interface LineSink {
  take(line: number, experimentId: string, batch: LineKind['batch'], item: StoredItem): void
  refuse(line: number, fault: Fault): void
}

interface ReadableKind {
  readonly batch: LineKind['batch']
  readonly check: Check
  readonly read: (value: object) => StoredItem
}

type Kinds = ReadonlyMap<unknown, ReadableKind>

/** Readers of lines by these schemas, each compiled once; `keysContent`: conversions without a key get one. */
export function lineReaders(schemas: ReadonlyMap<string, TSchema>) {
  const [plain, keyed] = [readableKinds(schemas, false), readableKinds(schemas, true)]
  return (experimentIdOf: (value: object) => string, keysContent: boolean) =>
    new LineReader(keysContent ? keyed : plain, experimentIdOf)
}

/** Takes lines that fit their schema to the sink, and refuses the others. */
export class LineReader {
  readonly #kinds: Kinds
  readonly #experimentIdOf: (value: object) => string

  constructor(kinds: Kinds, experimentIdOf: (value: object) => string) {
    this.#kinds = kinds
    this.#experimentIdOf = experimentIdOf
  }

  readText(line: number, text: string, sink: LineSink): void {
    const value = parse(text)
    const half = value === undefined ? null : loneSurrogateIn(text, value)
    if (value === undefined) sink.refuse(line, { reason: 'json_invalid', path: null })
    else if (half !== null) sink.refuse(line, { reason: 'string_type', path: pathText(half) })
    else this.readValue(line, value, sink)
  }

  readValue(line: number, value: unknown, sink: LineSink): void {
    const kind = isObject(value) ? this.#kinds.get((value as { readonly kind?: unknown }).kind) : undefined
    if (kind === undefined) sink.refuse(line, withoutKind(value))
    else this.#readItem(line, value as object, kind, sink)
  }

  #readItem(line: number, value: object, { batch, check, read }: ReadableKind, sink: LineSink): void {
    const issue = check(value)
    if (issue === null) sink.take(line, this.#experimentIdOf(value), batch, read(value))
    else sink.refuse(line, { reason: issue.type, path: pathText(issue.loc.slice(1)) })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutKind(value: unknown): Fault {
  if (!isObject(value)) return { reason: 'dict_type', path: null }
  return { reason: Object.hasOwn(value, 'kind') ? 'unknown_kind' : 'missing', path: 'kind' }
}

const MOST_PATH = 200

// A key of the line may stand in the path, and it may be as long as the line.
function pathText(parts: readonly (string | number)[]): string | null {
  return parts.length === 0 ? null : parts.join('.').slice(0, MOST_PATH).toWellFormed()
}

function readableKinds(schemas: ReadonlyMap<string, TSchema>, keysContent: boolean): Kinds {
  const kinds = Object.entries<LineKind>(LINE_KINDS)
  return new Map(kinds.map(([name, kind]) => [name, readableKind(kind, schemas.get(name)!, keysContent)]))
}

function readableKind({ batch, read }: LineKind, schema: TSchema, keysContent: boolean): ReadableKind {
  const plain = read as (value: object) => StoredItem
  const isKeyed = keysContent && batch === 'conversions'
  return { batch, check: checkOf(schema), read: isKeyed ? value => withContentKey(plain(value) as Conversion) : plain }
}

function withContentKey(item: Conversion): Conversion {
  return item.idempotencyKey === null ? { ...item, idempotencyKey: contentKey(item) } : item
}
