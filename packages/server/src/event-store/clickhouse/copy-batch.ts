import type { EventBatch } from '../event-store.ts'

/**
 * The batch, read to its end; what reads it may throw. Lone surrogates, which no UTF-8 can hold, become U+FFFD, as a text
 * encoder writes them.
 */
export function copyBatch(batch: EventBatch): EventBatch {
  return copyValue(batch) as EventBatch
}

function copyValue(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(copyValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyValue(part)]))
}
