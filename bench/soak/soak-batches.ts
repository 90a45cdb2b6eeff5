import type { Call } from '../http-load.ts'

const BATCH = 1000
/** Of the users of a batch of exposures, how many are new; the others were exposed before. */
const NEW_USERS = 100
/** Batches of conversions with keys against repetition: every so many. */
const KEYED_EVERY = 10
const AGAIN = 200

/** Exposures and conversions of an experiment in turn, without end. */
export function* soakBatches(id: string): Generator<Call, never> {
  let users = 0
  for (let batch = 0; ; batch += 1) {
    const known = users
    const pick = (at: number) => `user-${(batch * 7919 + at * 104_729) % known}`
    if (batch % 2 === 0) users += known === 0 ? BATCH : NEW_USERS
    const isNew = (at: number) => batch % 2 === 0 && at < users - known
    const userIds = Array.from({ length: BATCH }, (_, at) => (isNew(at) ? `user-${known + at}` : pick(at)))
    yield batch % 2 === 0 ? exposuresOf(id, userIds) : conversionsOf(id, userIds, batch)
  }
}

/** The same batches again and again, as from callers that repeat: after the first time round nothing of them is new. */
export function* againBatches(id: string): Generator<Call, never> {
  const userIds = Array.from({ length: AGAIN * BATCH }, (_, user) => `user-${user}`)
  const batches = Array.from({ length: AGAIN }, (_, batch) => {
    const own = userIds.slice(batch * BATCH, (batch + 1) * BATCH)
    return batch % 2 === 0 ? exposuresOf(id, own) : conversionsOf(id, own, 1 + 2 * KEYED_EVERY * batch)
  })
  for (let batch = 0; ; batch += 1) yield batches[batch % AGAIN]!
}

function exposuresOf(id: string, userIds: readonly string[]): Call {
  const exposures = userIds.map(userId => ({ user_id: userId, variation_index: Number(userId.slice(5)) % 2 }))
  return post(id, 'exposures', { exposures })
}

function conversionsOf(id: string, userIds: readonly string[], batch: number): Call {
  const conversions = userIds.map((userId, at) => ({
    user_id: userId,
    metric: 'purchase',
    value: 1,
    ...((batch - 1) % (2 * KEYED_EVERY) === 0 ? { idempotency_key: `${batch}-${at}` } : {}),
  }))
  return post(id, 'conversions', { conversions })
}

function post(id: string, kind: string, body: object): Call {
  return { method: 'POST', path: `/api/v1/experiments/${id}/${kind}`, body: Buffer.from(JSON.stringify(body)) }
}
