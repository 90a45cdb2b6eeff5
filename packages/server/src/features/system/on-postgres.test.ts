import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

describe('a server on PostgreSQL', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await newTestApp({ AB_DATABASE_URL: 'postgres://somebody:a-password@db.example:5432/verdict' })
  })
  afterAll(() => test.close())

  it('is ready when PostgreSQL is, at the schema of this build', async () => {
    const { body } = await test.send('GET', '/readyz')

    expect(body.checks.slice(0, 3)).toMatchObject([
      { name: 'postgres_storage', ok: true },
      { name: 'postgres_schema_version', ok: true },
      { name: 'postgres_write_probe', ok: true },
    ])
  })

  it('says where its database is, and never the password', async () => {
    const { body } = await test.send('GET', '/api/v1/diagnostics')

    expect(body.storage).toMatchObject({
      db_path: 'postgres://db.example:5432/verdict',
      db_parent_path: 'db.example',
      disk_free_bytes: 0,
      busy_timeout_ms: 0,
      journal_mode: 'POSTGRES',
      synchronous: 'READ COMMITTED',
      write_probe_ok: true,
    })
    expect(body.storage.db_size_bytes).toBeGreaterThan(1000)
    expect(body.topology).toMatchObject({ supported: 'single_instance', rate_limit_state: 'postgres' })
    expect(JSON.stringify(body)).not.toContain('a-password')
  })
})
