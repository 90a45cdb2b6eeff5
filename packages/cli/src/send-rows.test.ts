import { gunzipSync } from 'node:zlib'
import { newClient } from '@verdict/client'
import { describe, expect, it } from 'vitest'
import { sendRows } from './send-rows.ts'
import type { Item } from './source-rows.ts'

const ROWS: readonly (readonly Item[])[] = [
  [
    { user_id: 'a', metric: 'm' },
    { user_id: 'b', metric: 'm' },
  ],
  [{ user_id: 'c', metric: 'm' }],
]
const rows = {
  experimentId: 'x',
  kind: 'conversions' as const,
  async *batches() {
    yield* ROWS
  },
}

type Call = (request: Request) => Promise<Response>

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
const busy = (status: number) =>
  answer(status, { detail: 'Busy', error_code: 'busy', status_code: status, request_id: 'r' })

/** A server that does one thing after another; the last one for ever. */
function clientOf(...calls: readonly Call[]) {
  let at = 0
  const client = newClient({
    baseUrl: 'http://localhost',
    fetch: request => calls[Math.min(at++, calls.length - 1)]!(request as Request),
  })
  return { client, count: () => at }
}

const received: Call = async request => {
  const lines = gunzipSync(Buffer.from(await request.arrayBuffer()))
    .toString()
    .trimEnd()
    .split('\n')
  const [recorded, refused] = [lines.length, []]
  return answer(200, { received: lines.length, recorded, deduplicated: 0, refused_total: 0, refused, lines })
}
const cut: Call = async request => {
  await request.body!.getReader().read()
  throw new TypeError('fetch failed')
}

describe('sendRows', () => {
  it('sends one line a row, with its kind', async () => {
    const { client } = clientOf(received)

    const sent = await sendRows(client, rows, 0)

    expect(sent).toMatchObject({
      received: 3,
      lines: ['a', 'b', 'c'].map(user => JSON.stringify({ kind: 'conversion', user_id: user, metric: 'm' })),
    })
  })

  it.each([
    ['a cut', cut],
    ['a full queue', async () => busy(503)],
    ['a limit', async () => busy(429)],
    ['a slow minute', async () => busy(408)],
  ] satisfies [string, Call][])('sends all rows again after %s', async (_name, trouble) => {
    const { client, count } = clientOf(trouble, trouble, received)

    const sent = await sendRows(client, rows, 0)

    expect(sent.received).toBe(3)
    expect(count()).toBe(3)
  })

  it.each([
    ['a connection that is cut each time', cut, /cut 5 times/, 5],
    ['a server that stays busy', async () => busy(503), /Busy \(busy\)/, 20],
    ['a refusal', async () => busy(403), /Busy \(busy\)/, 1],
  ] satisfies [string, Call, RegExp, number][])('gives up on %s', async (_name, trouble, message, calls) => {
    const { client, count } = clientOf(trouble)

    await expect(sendRows(client, rows, 0)).rejects.toThrow(message)

    expect(count()).toBe(calls)
  })
})
