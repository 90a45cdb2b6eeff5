import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import type { Environment } from './config-readers.ts'
import { reasonWithoutPostgres, startPostgres } from './database/test-engine/start-postgres.ts'
import { openApplication } from './open-application.ts'
import { FakeClock } from './test-app.ts'

let folder: string
let lines: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-open-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the start', () => {
  it('says which settings are not carried over, and keeps their values to itself', async () => {
    const application = await open({ AB_HF_TOKEN: 'hf_secret' })
    await application.close()

    expect(lines.join('')).toContain('AB_HF_TOKEN')
    expect(lines.join('')).not.toContain('hf_secret')
  })

  it('says nothing when none is set', async () => {
    await (await open({})).close()

    expect(lines.join('')).not.toContain('AB_HF')
  })

  it.skipIf(reasonWithoutPostgres() !== null)(
    'ends in production without a credential, and goes on once a stored key may write',
    async () => {
      const postgres = await startPostgres()
      const production = { AB_ENV: 'production', AB_DATABASE_URL: `${postgres.url}/postgres` }
      await expect(open(production)).rejects.toThrow('AB_API_TOKEN')
      const admin = 'x'.repeat(24)
      const first = await open({ ...production, AB_ADMIN_TOKEN: admin })
      const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }
      const payload = JSON.stringify({ name: 'k', scope: 'write' })
      expect((await first.app.inject({ method: 'POST', url: '/api/v1/keys', headers, payload })).statusCode).toBe(200)
      await first.close()

      await (await open(production)).close()
      await postgres.stop()
    },
  )
})

function open(env: Environment) {
  const config = readConfig({ AB_DATA_DIR: folder, AB_SERVE_FRONTEND_DIST: 'false', ...env })
  return openApplication({ config, clock: new FakeClock(), output: { write: line => lines.push(line) } })
}
