import { continueFnv32a, fnv32a } from './fnv32a.ts'

/** A slice of all users, shared by experiments that must not overlap. Both ends are in [0, 1]. */
export interface Namespace {
  readonly id: string
  readonly rangeStart: number
  readonly rangeEnd: number
}

/** Whether rangeStart ≤ (fnv32a(userId + '__' + id) mod 1000) / 1000 < rangeEnd. */
export function isInNamespace(userId: string, namespace: Namespace): boolean {
  const unit = (continueFnv32a(continueFnv32a(fnv32a(userId), '__'), namespace.id) % 1000) / 1000
  return unit >= namespace.rangeStart && unit < namespace.rangeEnd
}
