import { type ExpressionBuilder, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { ProjectsTable, Tables } from '../../database/tables.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import type { Project } from './project.ts'
import { ProjectCache } from './project-cache.ts'
import { addRevision, revisionSummary } from './project-revisions-repository.ts'

const PAYLOAD_SCHEMA_VERSION = 1

export interface ProjectSearch {
  readonly text: string
  readonly status: 'active' | 'archived' | 'all'
  readonly metricType: string
  readonly sortBy: 'created_at' | 'updated_at' | 'name' | 'duration_days'
  readonly sortDirection: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

/** Every change writes its audit entry in the same transaction. */
export class ProjectsRepository {
  readonly #db: Database
  readonly #cache = new ProjectCache()
  /** Until a project changes. */
  #active: Promise<readonly Project[]> | null = null

  constructor(db: Database) {
    this.#db = db
  }

  async create(id: string, payload: ExperimentPayload, audit: AuditEntry): Promise<Project> {
    await this.#db.transaction().execute(async transaction => {
      const row = {
        id,
        ...columns(payload),
        payload_schema_version: PAYLOAD_SCHEMA_VERSION,
        created_at: audit.at,
        updated_at: audit.at,
      }
      await transaction.insertInto('projects').values(row).execute()
      await addRevision(transaction, { projectId: id, payload, source: 'create', at: audit.at })
      await recordAudit(transaction, audit)
    })
    this.#active = null
    return this.get(id)
  }

  find(id: string): Promise<Project | null> {
    return this.#cache.find(id, async () => {
      const row = await this.#select().where('projects.id', '=', id).executeTakeFirst()
      return row ? toProject(row) : null
    })
  }

  /** Every project that is not archived, the oldest first, as one snapshot; the same list until one changes. */
  listActive(): Promise<readonly Project[]> {
    if (this.#active === null) {
      const reading = this.#readActive()
      this.#active = reading
      reading.catch(() => {
        if (this.#active === reading) this.#active = null
      })
    }
    return this.#active
  }

  /** How many there are, and when one changed last. */
  async summary(): Promise<{ readonly active: number; readonly archived: number; readonly updatedAt: string | null }> {
    const row = await this.#db
      .selectFrom('projects')
      .select(({ fn }) => [
        fn.countAll<number>().as('all'),
        fn.count<number>('archived_at').as('archived'),
        fn.max('updated_at').as('updated_at'),
      ])
      .executeTakeFirstOrThrow()
    const archived = Number(row.archived)
    return { active: Number(row.all) - archived, archived, updatedAt: row.updated_at ?? null }
  }

  /** Of archived projects, or of all. */
  async listIds(includeActive: boolean): Promise<readonly string[]> {
    const all = this.#db.selectFrom('projects').select('id').orderBy('id')
    const rows = await (includeActive ? all : all.where('archived_at', 'is not', null)).execute()
    return rows.map(({ id }) => id)
  }

  async get(id: string): Promise<Project> {
    const project = await this.find(id)
    if (project === null) throw new Error(`Project ${id} is gone`)
    return project
  }

  async replace(id: string, payload: ExperimentPayload, audit: AuditEntry): Promise<Project> {
    await this.#db.transaction().execute(async transaction => {
      await transaction
        .updateTable('projects')
        .set({ ...columns(payload), updated_at: audit.at })
        .where('id', '=', id)
        .execute()
      await addRevision(transaction, { projectId: id, payload, source: 'update', at: audit.at })
      await recordAudit(transaction, audit)
    })
    this.#forget(id)
    return this.get(id)
  }

  /** Sets or clears the archive mark; `updated_at` moves only when the mark really changed. */
  async mark(id: string, archivedAt: string | null, audit: AuditEntry): Promise<Project> {
    await this.#db.transaction().execute(async transaction => {
      await transaction
        .updateTable('projects')
        .set({ archived_at: archivedAt, updated_at: audit.at })
        .where('id', '=', id)
        .where('archived_at', archivedAt === null ? 'is not' : 'is', null)
        .execute()
      await recordAudit(transaction, audit)
    })
    this.#forget(id)
    return this.get(id)
  }

  async search(search: ProjectSearch): Promise<{ readonly projects: readonly Project[]; readonly total: number }> {
    const { count } = await this.#db
      .selectFrom('projects')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(builder => matches(builder, search))
      .executeTakeFirstOrThrow()
    let page = this.#select()
      .where(builder => matches(builder, search))
      .limit(search.limit)
      .offset(search.offset)
    for (const [by, direction] of orderings(search)) page = page.orderBy(by, direction)
    const rows = await page.execute()
    return { projects: rows.map(toProject), total: Number(count) }
  }

  async #readActive(): Promise<readonly Project[]> {
    const rows = await this.#select().where('archived_at', 'is', null).orderBy('created_at').orderBy('id').execute()
    return rows.map(toProject)
  }

  #forget(id: string): void {
    this.#cache.forget(id)
    this.#active = null
  }

  #select() {
    return this.#db.selectFrom('projects').selectAll('projects').select(revisionSummary)
  }
}

type Row = Selectable<ProjectsTable> & {
  readonly revision_count: number | null
  readonly last_revision_at: string | null
}

function toProject(row: Row): Project {
  return {
    id: row.id,
    projectName: row.project_name,
    payload: JSON.parse(row.payload_json) as ExperimentPayload,
    payloadSchemaVersion: row.payload_schema_version,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revisionCount: Number(row.revision_count ?? 0),
    lastRevisionAt: row.last_revision_at,
  }
}

function columns(payload: ExperimentPayload) {
  return {
    project_name: payload.project.project_name,
    search_text: searchText(payload),
    metric_type: payload.metrics.metric_type,
    payload_json: JSON.stringify(payload),
  }
}

// Lower-cased here: SQLite's own lower() knows ASCII only.
function searchText({ project, hypothesis }: ExperimentPayload): string {
  return [project.project_name, hypothesis.hypothesis_statement, hypothesis.change_description].join('\n').toLowerCase()
}

function matches(builder: ExpressionBuilder<Tables, 'projects'>, search: ProjectSearch) {
  const conditions = []
  if (search.status !== 'all')
    conditions.push(builder('archived_at', search.status === 'active' ? 'is' : 'is not', null))
  if (search.metricType !== 'all') conditions.push(builder('metric_type', '=', search.metricType))
  const text = search.text.trim().toLowerCase()
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  if (text !== '') conditions.push(sql<boolean>`search_text like ${pattern} escape '\\'`)
  return builder.and(conditions)
}

// No run has been recorded yet, so every duration is unknown and its ties decide.
function orderings(search: ProjectSearch): readonly [RawBuilder<unknown>, 'asc' | 'desc'][] {
  const newestFirst: [RawBuilder<unknown>, 'desc'] = [sql.ref('updated_at'), 'desc']
  if (search.sortBy === 'duration_days') return [newestFirst]
  if (search.sortBy === 'name') return [[sql`lower(project_name)`, search.sortDirection], newestFirst]
  return [
    [sql.ref(search.sortBy), search.sortDirection],
    [sql.ref('id'), 'desc'],
  ]
}
