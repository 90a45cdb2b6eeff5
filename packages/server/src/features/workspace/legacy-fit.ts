import type { LegacyKind } from './legacy-model.ts'
import { LEGACY_MODELS } from './legacy-schemas.gen.ts'

/** A value without the fields that the earlier system refuses. */
export function fitLegacy(kind: LegacyKind, value: unknown): unknown {
  if (value === null || value === undefined) return value
  if (kind.startsWith('[]')) return (value as readonly unknown[]).map(item => fitLegacy(kind.slice(2), item))
  if (!kind.startsWith('#')) return value
  const sent = value as Readonly<Record<string, unknown>>
  const fields = Object.entries(LEGACY_MODELS[kind.slice(1)]!.fields)
  return Object.fromEntries(fields.map(([field, [fieldKind]]) => [field, fitLegacy(fieldKind, sent[field])]))
}
