import { createHash } from 'node:crypto'
import type { ExperimentIndex } from './experiment-index.ts'

/** What is kept of an erased id: enough to know it again, and not to tell it. */
export function digestOfId(userId: string): string {
  return createHash('sha256').update(userId).digest('hex')
}

export function isErased({ erased }: ExperimentIndex, userId: string): boolean {
  return erased.size > 0 && erased.has(digestOfId(userId))
}
