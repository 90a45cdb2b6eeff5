import { describe, expect, it } from 'vitest'
import { fuzz } from './fuzz.ts'

describe('requests derived from the OpenAPI document, under every credential', () => {
  it('are answered as the document says: no 5xx, no breach of a schema or a scope, no secret, no hang', async () => {
    const { findings, byStatus } = await fuzz(1500, 7)

    expect(findings).toEqual([])
    for (const status of ['200', '401', '403', '404', '422']) expect(byStatus[status]).toBeGreaterThan(0)
  }, 300_000)
})
