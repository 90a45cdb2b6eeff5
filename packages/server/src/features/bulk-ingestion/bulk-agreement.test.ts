import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const ROUTES: Readonly<Record<string, readonly [route: string, key: string]>> = {
  exposure: ['exposures', 'exposures'],
  conversion: ['conversions', 'conversions'],
  pre_period: ['pre-period', 'pre_period_values'],
  stratum: ['strata', 'strata'],
  holdout: ['holdout', 'holdout'],
  identity: ['identities', 'identities'],
  exclusion: ['exclusions', 'exclusions'],
}

type Line = { readonly kind: string } & Readonly<Record<string, unknown>>

// Few users, so that lines meet; and values that no route takes.
const user = fc.constantFrom('a', 'b', 'c', 'd', 'ü', '')
const time = fc.constantFrom('2026-05-01', '2026-05-01T10:00:00+02:00', '2026-05-02T00:00:00Z', '2026-13-01', null)
const maybe = { requiredKeys: ['kind', 'user_id'] as ('kind' | 'user_id')[] }
const lineArbitrary: fc.Arbitrary<Line> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('exposure'),
      user_id: user,
      variation_index: fc.constantFrom(0, 1, 1, 2, -1, '0'),
      occurred_at: time,
      cluster_id: fc.constantFrom('x', null, ''),
    },
    maybe,
  ),
  fc.record(
    {
      kind: fc.constant('conversion'),
      user_id: user,
      metric: fc.constantFrom('purchase', 'refund', ''),
      value: fc.constantFrom(1, 2.5, 0, -1, '1', null),
      idempotency_key: fc.constantFrom('k', 'l', null),
      occurred_at: time,
    },
    maybe,
  ),
  fc.record({ kind: fc.constant('pre_period'), user_id: user, value: fc.constantFrom(1, 2, 'x') }, maybe),
  fc.record({ kind: fc.constant('stratum'), user_id: user, stratum: fc.constantFrom('s', 't', '') }, maybe),
  fc.record({ kind: fc.constant('holdout'), user_id: user, occurred_at: time }, maybe),
  fc.record({ kind: fc.constant('identity'), anonymous_id: user, canonical_id: user }),
  fc.record({ kind: fc.constant('exclusion'), user_id: user, colour: fc.constant(1) }, maybe),
)

interface Counts {
  recorded: number
  deduplicated: number
  refused: number
}

async function sendAlone(id: string, lines: readonly Line[]): Promise<Counts> {
  const counts = { recorded: 0, deduplicated: 0, refused: 0 }
  for (const { kind, ...item } of lines) {
    const [route, key] = ROUTES[kind]!
    const { status, body } = await test.send('POST', `/api/v1/experiments/${id}/${route}`, { [key]: [item] })
    counts.recorded += status === 200 ? body.recorded : 0
    counts.deduplicated += status === 200 ? body.deduplicated : 0
    counts.refused += status === 200 ? body.refused.length : 1
  }
  return counts
}

async function readOut(id: string): Promise<unknown> {
  const answers = await Promise.all(
    ['ingestion', 'live-stats', 'decision'].map(route => test.send('GET', `/api/v1/experiments/${id}/${route}`)),
  )
  const text = JSON.stringify(answers.map(({ body }) => body))
  return JSON.parse(text.replaceAll(id, 'ID').replaceAll(/"data_version":"\d+"/g, '"data_version":"ANY"'))
}

describe('any list of lines', () => {
  it('leaves behind what its items leave, sent to the JSON routes one by one', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lineArbitrary, { maxLength: 30 }), async lines => {
        const [bulk, alone] = [await test.createProject(), await test.createProject()]
        const body = lines.map(line => JSON.stringify(line)).join('\n')

        const answer = await test.send('POST', `/api/v1/experiments/${bulk}/events`, body)
        const counts = await sendAlone(alone, lines)

        const { received, recorded, deduplicated, refused_total: refused } = answer.body
        expect({ recorded, deduplicated, refused }).toEqual(counts)
        expect(received).toBe(lines.length)
        expect(await readOut(bulk)).toEqual(await readOut(alone))
      }),
      { numRuns: 60 },
    )
  })
})
