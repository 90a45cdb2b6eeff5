import { createHash } from 'node:crypto'

/** What is left of the id of a person who was erased: enough to know it again, and not to tell it. */
export function digestOfId(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
