import { type Insertable, type Kysely, type Selectable, sql, type UpdateObject } from 'kysely'
import { chunksOf } from '../../database/chunks-of.ts'
import type { Database } from '../../database/database.ts'
import type { Unit } from '../../database/in-transaction.ts'
import type { ProjectsTable, Tables } from '../../database/tables.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import type { ExperimentPayload } from './experiment-input.ts'
import type { FrozenRevision, ListedProject, Project } from './project.ts'
import { ProjectCache } from './project-cache.ts'
import { frozenColumn, LIST_COLUMNS, payloadColumns, toListed, toProject } from './project-columns.ts'
import { addRevision, revisionSummary } from './project-revisions-repository.ts'
import { matches, orderings, type ProjectSearch } from './project-search.ts'

const PAYLOAD_SCHEMA_VERSION = 1
const ROWS_AT_ONCE = 200

export interface ProjectEdit {
  readonly payload: ExperimentPayload
  readonly frozenRevision: FrozenRevision
  readonly audit: AuditEntry
}

/** Changes take part in the caller's transaction, and write their audit entry there. */
export class ProjectsRepository {
  readonly #db: Database
  readonly #cache: ProjectCache

  constructor(db: Database, cache = new ProjectCache()) {
    this.#db = db
    this.#cache = cache
  }

  find(id: string): Promise<Project | null> {
    return this.#cache.find(id, () => this.#read(this.#db, id))
  }

  /** Asks the database, whatever is remembered. */
  async exists(id: string): Promise<boolean> {
    return (await this.#db.selectFrom('projects').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  }

  /** Every project that is not archived, the oldest first, as one snapshot; the same list until one changes. */
  listActive(): Promise<readonly Project[]> {
    return this.#cache.listActive(async () => {
      const active = this.#select(this.#db).where('archived_at', 'is', null)
      return (await active.orderBy('created_at').orderBy('id').execute()).map(toProject)
    })
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

  /** Whether a project has this very name, archived ones too. */
  async hasName(name: string, unit?: Unit): Promise<boolean> {
    const db: Kysely<Tables> = unit?.transaction ?? this.#db
    const named = db.selectFrom('projects').select('id').where('project_name', '=', name)
    return (await named.limit(1).executeTakeFirst()) !== undefined
  }

  /** A page of what is found: first its ids, so that neither payloads nor revisions of other rows are read. */
  async search(
    search: ProjectSearch,
  ): Promise<{ readonly projects: readonly ListedProject[]; readonly total: number }> {
    const found = this.#db.selectFrom('projects').where(builder => matches(builder, search))
    let page = found.select('id').limit(search.limit).offset(search.offset)
    for (const [by, direction] of orderings(search)) page = page.orderBy(by, direction)
    // A text is looked for once: counted in the same pass, unless the page lies behind the last one.
    const rows = await page.$if(search.text !== '', counted => counted.select(totalOfAll)).execute()
    const total =
      rows[0]?.total ??
      (await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
    return { projects: await this.#listed(rows.map(({ id }) => id)), total: Number(total) }
  }

  /** The project as it stands, held by the transaction: until that ends nobody else changes it. Null when there is none. */
  async hold(unit: Unit, id: string): Promise<Project | null> {
    const { numUpdatedRows } = await unit.transaction
      .updateTable('projects')
      .set(({ ref }) => ({ version: ref('version') }))
      .where('id', '=', id)
      .executeTakeFirst()
    return Number(numUpdatedRows) === 0 ? null : this.#read(unit.transaction, id)
  }

  async create(unit: Unit, id: string, payload: ExperimentPayload, audit: AuditEntry): Promise<Project> {
    const row = {
      id,
      ...payloadColumns(payload),
      payload_schema_version: PAYLOAD_SCHEMA_VERSION,
      created_at: audit.at,
      updated_at: audit.at,
      frozen_revision_id: frozenColumn({ kind: 'newest' }),
    }
    await unit.transaction.insertInto('projects').values(row).execute()
    await addRevision(unit.transaction, { projectId: id, payload, source: 'create', at: audit.at })
    await recordAudit(unit.transaction, audit)
    return this.#changed(unit, id)
  }

  /** Adds projects whole, with the ids and times that they come with. */
  async addRows(unit: Unit, rows: readonly Insertable<ProjectsTable>[]): Promise<void> {
    for (const part of chunksOf(rows, ROWS_AT_ONCE)) {
      await unit.transaction
        .insertInto('projects')
        .values([...part])
        .execute()
    }
    unit.afterwards(() => this.#cache.forgetAll())
  }

  /** Of a project that is held. */
  async replace(unit: Unit, project: Project, { payload, frozenRevision, audit }: ProjectEdit): Promise<Project> {
    const frozen_revision_id = frozenColumn(frozenRevision)
    await this.#update(unit, project, { ...payloadColumns(payload), updated_at: audit.at, frozen_revision_id })
    await addRevision(unit.transaction, { projectId: project.id, payload, source: 'update', at: audit.at })
    await recordAudit(unit.transaction, audit)
    return this.#changed(unit, project.id)
  }

  /** Sets or clears the archive mark of a project that is held; the record changes only when the mark really does. */
  async mark(unit: Unit, project: Project, archivedAt: string | null, audit: AuditEntry): Promise<Project> {
    if ((project.archivedAt === null) !== (archivedAt === null)) {
      await this.#update(unit, project, { archived_at: archivedAt, updated_at: audit.at })
    }
    await recordAudit(unit.transaction, audit)
    return this.#changed(unit, project.id)
  }

  /** Writes down that a held project was analysed or exported; that is no edit, so `updated_at` stays. */
  async note(unit: Unit, project: Project, seen: ProjectNote, audit: AuditEntry): Promise<Project> {
    await this.#update(unit, project, seen)
    await recordAudit(unit.transaction, audit)
    return this.#changed(unit, project.id)
  }

  /** Deletes a project that is held, with all that refers to it in this plane; its audit entries stay. */
  async remove(unit: Unit, project: Project, audit: AuditEntry): Promise<void> {
    await unit.transaction.deleteFrom('projects').where('id', '=', project.id).execute()
    await recordAudit(unit.transaction, audit)
    unit.afterwards(() => this.#cache.forget(project.id))
  }

  /** Says once and for all which revision the experiment goes by, where it is still one of those given. */
  async pin(id: string, revisionId: string, instead: readonly FrozenRevision[]): Promise<void> {
    const columns = instead.map(frozenColumn)
    await this.#db
      .updateTable('projects')
      .set({ frozen_revision_id: revisionId })
      .where('id', '=', id)
      .where(({ or, eb }) => or(columns.map(known => eb('frozen_revision_id', known === null ? 'is' : '=', known))))
      .execute()
    this.#cache.forget(id)
  }

  async #listed(ids: readonly string[]): Promise<readonly ListedProject[]> {
    if (ids.length === 0) return []
    const rows = await this.#db
      .selectFrom('projects')
      .select(LIST_COLUMNS)
      .select(revisionSummary)
      .where('id', 'in', ids)
      .execute()
    const byId = new Map(rows.map(row => [row.id, toListed(row)]))
    return ids.flatMap(id => byId.get(id) ?? [])
  }

  // The version is compared although the row is held: no change may slip in, whatever the database isolates.
  async #update(unit: Unit, project: Project, values: UpdateObject<Tables, 'projects'>): Promise<void> {
    const { numUpdatedRows } = await unit.transaction
      .updateTable('projects')
      .set({ ...values, version: project.version + 1 })
      .where('id', '=', project.id)
      .where('version', '=', project.version)
      .executeTakeFirst()
    if (Number(numUpdatedRows) !== 1) throw new Error(`Project ${project.id} was not held`)
  }

  async #changed(unit: Unit, id: string): Promise<Project> {
    unit.afterwards(() => this.#cache.forget(id))
    const project = await this.#read(unit.transaction, id)
    if (project === null) throw new Error(`Project ${id} is gone`)
    return project
  }

  async #read(db: Kysely<Tables>, id: string): Promise<Project | null> {
    const row = await this.#select(db).where('projects.id', '=', id).executeTakeFirst()
    return row ? toProject(row) : null
  }

  #select(db: Kysely<Tables>) {
    return db.selectFrom('projects').selectAll('projects').select(revisionSummary)
  }
}

/** The ids of all projects, the oldest first. */
export async function listProjectIds(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('projects').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Of all projects, the oldest first: the column that says by which revision the experiment goes. */
export async function listFrozenRevisions(
  db: Kysely<Tables>,
): Promise<readonly { readonly id: string; readonly frozenRevisionId: string | null }[]> {
  const all = db.selectFrom('projects').select(['id', 'frozen_revision_id']).orderBy('created_at').orderBy('id')
  return (await all.execute()).map(({ id, frozen_revision_id }) => ({ id, frozenRevisionId: frozen_revision_id }))
}

export function listProjectRows(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly Selectable<ProjectsTable>[]> {
  return db.selectFrom('projects').selectAll().where('id', 'in', ids).execute()
}

const totalOfAll = sql<number>`count(*) over ()`.as('total')

/** What a change that is no edit leaves on the project. */
export type ProjectNote =
  | { readonly last_analysis_at: string; readonly last_analysis_run_id: string; readonly duration_days: number }
  | { readonly last_exported_at: string }
