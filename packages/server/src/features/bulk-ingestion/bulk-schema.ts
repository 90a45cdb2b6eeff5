import { type TSchema, Type } from 'typebox'
import { nullable, oneOf, optional, record } from '../../http/schema.ts'
import { LINE_KINDS, type LineKind } from './line-kinds.ts'

/** The schema of a line of each kind; `more` are keys that every line has beside its item. */
export function lineSchemas(more: Readonly<Record<string, TSchema>>, suffix: string): ReadonlyMap<string, TSchema> {
  return new Map(Object.entries(LINE_KINDS).map(([kind, { item }]) => [kind, lineSchema(kind, item, more, suffix)]))
}

function lineSchema(
  kind: string,
  item: LineKind['item'],
  more: Readonly<Record<string, TSchema>>,
  suffix: string,
): TSchema {
  const { title } = item as { readonly title?: string }
  return record(`${title}${suffix}`, { kind: oneOf(kind), ...more, ...item.properties })
}

/** Lines of one experiment, which the path names. */
export const OWN_LINES = lineSchemas({}, 'Line')
/** Lines that name their experiment. */
export const NAMING_LINES = lineSchemas(
  { experiment_id: Type.String({ minLength: 1, maxLength: 200 }) },
  'OfExperimentLine',
)

export const OwnLine = Type.Union([...OWN_LINES.values()])
export const NamingLine = Type.Union([...NAMING_LINES.values()])

export const BulkQuery = Type.Object({
  /** content: a conversion without an idempotency key gets one from what its line says. */
  dedupe: optional(oneOf('content')),
})

const RefusedLine = Type.Object({ line: Type.Integer(), reason: Type.String(), path: nullable(Type.String()) })

export const BulkResultResponse = Type.Object(
  {
    received: Type.Integer(),
    recorded: Type.Integer(),
    deduplicated: Type.Integer(),
    refused_total: Type.Integer(),
    refused: Type.Array(RefusedLine),
  },
  { title: 'BulkResultResponse' },
)
