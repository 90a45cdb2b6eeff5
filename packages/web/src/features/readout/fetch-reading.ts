import type { VerdictClient } from '@verdict/client'
import { failureOf, reached } from '../../ui/api-failure.ts'
import type { Reading, Tagged } from './reading.ts'

interface ReadingWish {
  readonly api: VerdictClient
  readonly experimentId: string
  /** What is on the screen already; it stays while the server says 304. */
  readonly held: Reading | null
  readonly now: () => number
  readonly signal?: AbortSignal
}

const MOST_TRIES = 3

/** Reads statistics and verdict until both are of one data version: events may arrive between the two calls. */
export async function fetchReading(wish: ReadingWish): Promise<Reading> {
  let reading = await fetchOnce(wish)
  for (let tries = 1; tries < MOST_TRIES && !isConsistent(reading); tries++) {
    reading = await fetchOnce({ ...wish, held: reading })
  }
  return reading
}

async function fetchOnce({ api, experimentId, held, now, signal }: ReadingWish): Promise<Reading> {
  const options = (etag: string | null | undefined) => ({
    params: { path: { experiment_id: experimentId } },
    ...(etag && { headers: { 'If-None-Match': etag } }),
    ...(signal && { signal }),
  })
  const [live, decision] = await Promise.all([
    changed(api.GET('/api/v1/experiments/{experiment_id}/live-stats', options(held?.live.etag)), held?.live),
    changed(api.GET('/api/v1/experiments/{experiment_id}/decision', options(held?.decision.etag)), held?.decision),
  ])
  if (held !== null && live === held.live && decision === held.decision) return held
  return { live, decision, readAt: now() }
}

async function changed<T>(
  call: Promise<{ data?: T; response: Response }>,
  held: Tagged<T> | undefined,
): Promise<Tagged<T>> {
  const { data, response } = await reached(call)
  if (response.status === 304 && held !== undefined) return held
  if (!response.ok || data === undefined) throw failureOf(response)
  return { body: data, etag: response.headers.get('etag') }
}

function isConsistent({ live, decision }: Reading): boolean {
  return live.body.data_version === decision.body.data_version
}
