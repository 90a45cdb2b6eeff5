import { hash } from 'node:crypto'
import type { Conversion } from '../../event-store/event-store.ts'

/** The same for the same user, metric, value and client time (to the millisecond); two such events are one then. */
export function contentKey({ userId, metric, value, occurredAt }: Conversion): string {
  return `content-${hash('sha256', JSON.stringify([userId, metric, value, occurredAt]), 'base64url')}`
}
