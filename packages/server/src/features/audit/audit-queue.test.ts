import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { type Database, openSqlite } from '../../database/database.ts'
import { AuditQueue } from './audit-queue.ts'
import type { AuditEntry } from './audit-repository.ts'

let db: Database
beforeEach(async () => {
  db = await openSqlite({ ...readConfig({}).storage, databasePath: ':memory:' })
})
afterEach(() => db.destroy())

describe('an audit queue', () => {
  it('writes what waits at the same time at once, in order', async () => {
    let commits = 0
    const counting = new Proxy(db, {
      get(target, name) {
        if (name === 'transaction') commits += 1
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const queue = new AuditQueue(counting)
    await Promise.all(Array.from({ length: 8 }, (_, at) => queue.write(entry(at))))
    const rows = await db.selectFrom('audit_log').select('request_id').orderBy('id').execute()

    expect(commits).toBe(1)
    expect(rows.map(({ request_id }) => request_id)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  })

  it('answers after the entry is stored', async () => {
    const queue = new AuditQueue(db)
    await queue.write(entry(1))

    expect(await db.selectFrom('audit_log').select('id').execute()).toHaveLength(1)
  })

  it('tells everybody of a group when it fails, and goes on', async () => {
    const queue = new AuditQueue(db)
    await db.schema.alterTable('audit_log').renameTo('away').execute()
    const failed = await Promise.allSettled([queue.write(entry(1)), queue.write(entry(2))])
    await db.schema.alterTable('away').renameTo('audit_log').execute()
    await queue.write(entry(3))

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await db.selectFrom('audit_log').select('request_id').execute()).toEqual([{ request_id: '3' }])
  })

  it('keeps more entries than one statement takes together', async () => {
    const queue = new AuditQueue(db)
    await Promise.all(Array.from({ length: 2500 }, (_, at) => queue.write(entry(at))))

    expect(await db.selectFrom('audit_log').select('id').execute()).toHaveLength(2500)
  })
})

function entry(at: number): AuditEntry {
  const [action, projectId, projectName] = ['ingest.exposures', 'p', 'P']
  const who = { actor: 'anonymous', keyId: null, requestId: String(at), clientAddress: '127.0.0.1' }
  return { action, at: '2026-05-01T09:00:00.000Z', projectId, projectName, ...who, diff: null }
}
