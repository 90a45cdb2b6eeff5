import { createHash } from 'node:crypto'

/** What is left of the id of a person who was erased. */
export function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
