import { invalid } from '../../http/errors.ts'
import { pathOf, type Spot, stepDown } from './canonical-depth.ts'
import type { LegacyKind, LegacyModel } from './legacy-model.ts'
import { LEGACY_MODELS } from './legacy-schemas.gen.ts'
import { pythonFloat, pythonInteger, pythonText } from './python-json.ts'
import { wholeFloatOf } from './whole-floats.ts'

/** The floats of sequential boundaries, of which the earlier system declared no schema. */
const FREE_FLOATS = new Set([
  ...['info_fraction', 'cumulative_alpha_spent', 'incremental_alpha'],
  ...['z_boundary', 'p_boundary'],
])

type Json = Readonly<Record<string, unknown>>

/**
 * A value of a bundle as the earlier system writes it: brought into its declared shape (its keys only, what was left out
 * filled in), keys in order, floats as floats. Where nothing is declared a whole number is a float if it is marked as one.
 * Throws 422 at a key that the earlier system refuses.
 */
export function legacyCanonical(kind: LegacyKind, value: unknown, spot: Spot | null = null): string {
  if (value === null) return 'null'
  if (kind.startsWith('#')) return modelText(kind.slice(1), value as Json, spot)
  if (kind.startsWith('[]')) return listText(kind.slice(2), value as readonly unknown[], spot)
  if (kind === 'free') return freeText(value as Json, spot)
  const marked = wholeFloatOf(value)
  if (kind === 'number') return pythonFloat(marked ?? Number(value))
  if (kind === 'integer') return pythonInteger(marked ?? Number(value))
  return marked === null ? plainText(value, spot) : pythonFloat(marked)
}

function modelText(name: string, value: Json, spot: Spot | null): string {
  const { isStrict, fields } = LEGACY_MODELS[name]!
  if (isStrict) refuseUnknown(value, fields, spot)
  const entries = Object.entries(fields).map(([field, [kind, fallback]]) => {
    const sent = value[field] === undefined ? (fallback ?? null) : value[field]
    return `"${field}":${legacyCanonical(kind, sent, stepDown(spot, field))}`
  })
  return `{${entries.join()}}`
}

// What a checksum does not cover must not get in beside it.
function refuseUnknown(value: Json, fields: LegacyModel['fields'], spot: Spot | null): void {
  const unknown = Object.keys(value).find(key => !Object.hasOwn(fields, key))
  if (unknown === undefined) return
  const loc = pathOf(stepDown(spot, unknown))
  throw invalid([{ type: 'extra_forbidden', loc, phrase: { key: 'extra' } }])
}

function listText(kind: LegacyKind, items: readonly unknown[], spot: Spot | null): string {
  return `[${items.map((item, index) => legacyCanonical(kind, item, stepDown(spot, index))).join()}]`
}

function freeText(value: Json, spot: Spot | null): string {
  const keys = Object.keys(value).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const entries = keys.map(key => {
    const isFloat = FREE_FLOATS.has(key) && typeof value[key] === 'number'
    return `${pythonText(key)}:${legacyCanonical(isFloat ? 'number' : 'plain', value[key], stepDown(spot, key))}`
  })
  return `{${entries.join()}}`
}

function plainText(value: unknown, spot: Spot | null): string {
  if (typeof value === 'string') return pythonText(value)
  if (typeof value === 'number') return Number.isInteger(value) ? pythonInteger(value) : pythonFloat(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return Array.isArray(value) ? listText('plain', value, spot) : freeText(value as Json, spot)
}
