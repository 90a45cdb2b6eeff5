import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../database.ts'
import { up } from './0003-project-list.ts'

let db: Kysely<unknown>
beforeAll(async () => {
  db = new Kysely({ dialect: new SqliteDialect({ database: new BetterSqlite(':memory:') }) })
  await MIGRATIONS['0001-projects'].up(db)
  await MIGRATIONS['0002-control-plane'].up(db)
  const payload = JSON.stringify({ hypothesis: { hypothesis_statement: 'Fewer steps' } })
  await sql`insert into projects (id, project_name, search_text, metric_type, payload_json, payload_schema_version, created_at, updated_at)
    values ('old', 'Old', 'old', 'binary', ${payload}, 1, '2026', '2026')`.execute(db)
  await up(db)
})
afterAll(() => db.destroy())

describe('the migration of the list of projects', () => {
  it('fills in the hypothesis of projects that are there, and leaves open what froze them', async () => {
    const { rows } = await sql`select hypothesis, frozen_revision_id from projects`.execute(db)

    expect(rows).toEqual([{ hypothesis: 'Fewer steps', frozen_revision_id: null }])
  })

  it.each([
    ['a page', 'archived_at is null order by updated_at desc, id desc', 'projects_listed'],
    ['a search', "archived_at is null and search_text like '%x%' order by lower(project_name)", 'projects_searched'],
    ['a sort by duration', 'archived_at is null order by duration_days is null, duration_days', 'projects_searched'],
  ])('lets %s be read from an index alone', async (_name, condition, index) => {
    const { rows } = await sql<{
      detail: string
    }>`explain query plan select id from projects where ${sql.raw(condition)}`.execute(db)

    expect(rows[0]!.detail).toContain(`COVERING INDEX ${index}`)
  })
})
