import { digestOfId } from '../digest-of-id.ts'

/** What is stored already of the ids, keys and names of some batches. */
export interface KnownRows {
  readonly exposed: Set<string>
  /** By metric. */
  readonly idempotencyKeys: Map<string, Set<string>>
  /** Users by covariate. */
  readonly measured: Map<string, Set<string>>
  readonly stratified: Set<string>
  /** Canonical id by anonymous id. */
  readonly links: Map<string, string>
  readonly canonicalIds: Set<string>
  /** Anonymous ids. */
  readonly identityConflicts: Set<string>
  readonly excluded: Set<string>
  /** By kind. */
  readonly names: Map<NameKind, Set<string>>
  /** Digests of the ids of persons who were erased. */
  readonly erased: Set<string>
}

export const COVARIATE_NAME = 1
export const STRATUM_NAME = 2
export type NameKind = typeof COVARIATE_NAME | typeof STRATUM_NAME

export function noKnownRows(): KnownRows {
  return {
    exposed: new Set(),
    idempotencyKeys: new Map(),
    measured: new Map(),
    stratified: new Set(),
    links: new Map(),
    canonicalIds: new Set(),
    identityConflicts: new Set(),
    excluded: new Set(),
    names: new Map(),
    erased: new Set(),
  }
}

export function isErased({ erased }: KnownRows, userId: string): boolean {
  return erased.size > 0 && erased.has(digestOfId(userId))
}

/** The set of the entry, a new one if need be. */
export function setOf<K>(sets: Map<K, Set<string>>, key: K): Set<string> {
  const present = sets.get(key) ?? new Set<string>()
  sets.set(key, present)
  return present
}
