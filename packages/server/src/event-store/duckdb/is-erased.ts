import { digestOfId } from '../digest-of-id.ts'
import type { ExperimentIndex } from './experiment-index.ts'

export function isErased({ erased }: ExperimentIndex, userId: string): boolean {
  return erased.size > 0 && erased.has(digestOfId(userId))
}
