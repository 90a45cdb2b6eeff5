import { newClient } from '@verdict/client'
import { expect, test } from 'vitest'
import { winDecision, winLiveStats } from '../../../fixtures/readouts.ts'
import { ApiFailure } from '../../ui/api-failure.ts'
import { fetchReading } from './fetch-reading.ts'

test('a reading holds both answers with their tags and the time', async () => {
  const server = fakeServer([['1', '1']])

  const reading = await fetchReading({ ...server, held: null, now: () => 42 })

  expect(reading.live).toEqual({ body: { ...winLiveStats, data_version: '1' }, etag: '"live-1"' })
  expect(reading.decision.etag).toBe('"decision-1"')
  expect(reading.readAt).toBe(42)
})

test('while nothing changes, the held reading stays the very same', async () => {
  const server = fakeServer([['1', '1']])
  const held = await fetchReading({ ...server, held: null, now: () => 1 })

  const again = await fetchReading({ ...server, held, now: () => 2 })

  expect(again).toBe(held)
  expect(server.statuses).toEqual([200, 200, 304, 304])
})

test('answers of two data versions are read again until they agree', async () => {
  const server = fakeServer([
    ['1', '2'],
    ['2', '2'],
  ])

  const reading = await fetchReading({ ...server, held: null, now: () => 1 })

  expect(reading.live.body.data_version).toBe('2')
  expect(server.statuses).toEqual([200, 200, 200, 304])
})

test('a refusal keeps its status', async () => {
  const api = newClient({ baseUrl: 'http://verdict', fetch: async () => Response.json({}, { status: 404 }) })

  const reading = fetchReading({ api, experimentId: 'x', held: null, now: () => 1 })

  await expect(reading).rejects.toMatchObject({ status: 404 })
})

test('a server that can not be reached is a failure without a status', async () => {
  const api = newClient({ baseUrl: 'http://verdict', fetch: () => Promise.reject(new TypeError('refused')) })

  const reading = fetchReading({ api, experimentId: 'x', held: null, now: () => 1 })

  await expect(reading).rejects.toEqual(new ApiFailure(0))
})

/** Answers with one pair of data versions a round, the last one for ever, and 304 to a tag that it has given out. */
function fakeServer(rounds: readonly (readonly [live: string, decision: string])[]) {
  const statuses: number[] = []
  let calls = 0
  const answer = async (input: RequestInfo | URL): Promise<Response> => {
    const request = new Request(input)
    const round = rounds[Math.min(Math.floor(calls++ / 2), rounds.length - 1)]!
    const isLive = request.url.endsWith('/live-stats')
    const version = round[isLive ? 0 : 1]
    const etag = `"${isLive ? 'live' : 'decision'}-${version}"`
    const status = request.headers.get('if-none-match') === etag ? 304 : 200
    statuses.push(status)
    if (status === 304) return new Response(null, { status, headers: { etag } })
    const body = { ...(isLive ? winLiveStats : winDecision), data_version: version }
    return Response.json(body, { headers: { etag } })
  }
  return { api: newClient({ baseUrl: 'http://verdict', fetch: answer }), experimentId: 'experiment', statuses }
}
