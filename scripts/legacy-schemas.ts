import { readFileSync } from 'node:fs'

// What the checksum of a bundle of the earlier system needs to know of its schemas, and no more: which fields a model has,
// what stands for one that is left out, and which numbers are floats.

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly default?: unknown
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const ROOT = 'WorkspaceBundle'
/** What the canonical bytes leave out. */
const LEFT_OUT = 'integrity'

/** The source of legacy-schemas.gen.ts. */
export function legacySchemasSource(documentPath: string): string {
  const { schemas } = (JSON.parse(readFileSync(documentPath, 'utf8')) as Document).components
  const models = new Map<string, string>()
  addModel(ROOT, schemas, models)
  const names = [...models.keys()].sort()
  return [
    '// Written by npm run generate from the schemas of the earlier system.',
    "import type { LegacyModel } from './legacy-model.ts'",
    '',
    'export const LEGACY_MODELS: Readonly<Record<string, LegacyModel>> = {',
    ...names.map(name => models.get(name)!),
    '}',
    '',
  ].join('\n')
}

function addModel(name: string, schemas: Document['components']['schemas'], models: Map<string, string>): void {
  if (models.has(name)) return
  models.set(name, '')
  const { properties = {}, required = [], additionalProperties } = schemas[name]!
  const fields = Object.keys(properties).sort()
  const lines = fields
    .filter(field => name !== ROOT || field !== LEFT_OUT)
    .map(field => {
      const schema = properties[field]!
      const kind = kindOf(schema, model => addModel(model, schemas, models))
      const fallback = required.includes(field) ? [] : [fallbackOf(schema, kind)]
      return `      ${field}: ${JSON.stringify([kind, ...fallback])},`
    })
  const isStrict = additionalProperties === false
  models.set(
    name,
    [`  ${name}: {`, `    isStrict: ${isStrict},`, '    fields: {', ...lines, '    },', '  },'].join('\n'),
  )
}

/** `#Model`, `[]kind`, `number`, `integer`, `free` (an object of any keys) or `plain`. */
function kindOf(schema: Schema, onModel: (name: string) => void): string {
  const choices = (schema.anyOf ?? [schema]).filter(({ type }) => type !== 'null')
  if (choices.length !== 1) return 'plain'
  const [choice] = choices as [Schema]
  if (choice.$ref !== undefined) {
    const model = choice.$ref.split('/').at(-1)!
    onModel(model)
    return `#${model}`
  }
  if (choice.type === 'array') return `[]${kindOf(choice.items ?? {}, onModel)}`
  if (choice.type === 'number' || choice.type === 'integer') return choice.type
  return choice.type === 'object' ? 'free' : 'plain'
}

// A list or a model that may be left out is empty then.
function fallbackOf(schema: Schema, kind: string): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.anyOf?.some(({ type }) => type === 'null')) return null
  return kind.startsWith('[]') ? [] : {}
}
