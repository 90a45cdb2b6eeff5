import type { FetchAnswer } from './platform.ts'

/** What an answer of the server means for the batch it answers. */
export type DeliveryOutcome =
  /** Durable, but for those at `refused`. */
  | { readonly is: 'stored'; readonly refused: readonly number[] }
  /** Not now; `afterMs` is the least to wait. */
  | { readonly is: 'later'; readonly afterMs: number }
  /** Nothing was stored, and fewer at a time may pass. */
  | { readonly is: 'too_many' }
  /** Nothing was stored, and these never will be; without indices none of the batch. */
  | { readonly is: 'refused'; readonly indices: readonly number[] | null }

/** Batches are stored whole or not at all, so an answer that is no 2xx has stored nothing. */
export async function deliveryOutcome(answer: FetchAnswer, count: number, now: number): Promise<DeliveryOutcome> {
  const { status } = answer
  if (status >= 200 && status < 300) return { is: 'stored', refused: indicesIn((await bodyOf(answer)).refused, count) }
  if (status === 413) return { is: 'too_many' }
  if (status === 422) {
    const indices = indicesIn((await bodyOf(answer)).detail, count)
    return indices.length > 0 ? { is: 'refused', indices } : { is: 'too_many' }
  }
  // A token may be renewed, so 401 and 403 wait with the rest.
  if (status >= 500 || status === 0 || [401, 403, 408, 425, 429].includes(status))
    return { is: 'later', afterMs: retryAfterMs(answer.headers.get('retry-after'), now) }
  return { is: 'refused', indices: null }
}

const LONGEST_WAIT_MS = 3_600_000

/** Retry-After is seconds or a date; a wait of over an hour is taken for a mistake. */
function retryAfterMs(text: string | null, now: number): number {
  if (text === null) return 0
  const wait = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Math.min(Math.max(wait || 0, 0), LONGEST_WAIT_MS)
}

async function bodyOf(answer: FetchAnswer): Promise<Record<string, unknown>> {
  return ((await answer.json().catch(() => null)) ?? {}) as Record<string, unknown>
}

// A refused item names its index; a fault of validation has it in its path: body, exposures, 3, user_id.
function indicesIn(value: unknown, count: number): readonly number[] {
  const list: readonly { index?: unknown; loc?: readonly unknown[] }[] = Array.isArray(value) ? value : []
  return list
    .map(entry => entry?.index ?? entry?.loc?.[2])
    .filter((index): index is number => typeof index === 'number' && index < count)
}
