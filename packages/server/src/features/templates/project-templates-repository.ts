import type { Insertable, Kysely, Selectable } from 'kysely'
import { chunksOf } from '../../database/chunks-of.ts'
import type { Database } from '../../database/database.ts'
import type { ProjectTemplatesTable, Tables } from '../../database/tables.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import type { Template } from './template.ts'
import { countUse, forgetUse } from './template-usage-repository.ts'

/** Templates of one's own. Every change writes its audit entry in the same transaction. */
export class ProjectTemplatesRepository {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async list(): Promise<readonly Template[]> {
    const rows = await this.#db.selectFrom('project_templates').selectAll().execute()
    return rows.map(toTemplate)
  }

  async find(id: string): Promise<Template | null> {
    const row = await this.#db.selectFrom('project_templates').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : toTemplate(row)
  }

  async create(template: Template, audit: AuditEntry): Promise<void> {
    await this.#db.transaction().execute(async transaction => {
      await transaction.insertInto('project_templates').values(toRow(template, audit.at)).execute()
      await recordAudit(transaction, audit)
    })
  }

  /** One more project was started from a template, own or built in. */
  async countUse(id: string, audit: AuditEntry): Promise<void> {
    await this.#db.transaction().execute(async transaction => {
      await countUse(transaction, id)
      await recordAudit(transaction, audit)
    })
  }

  async delete(id: string, audit: AuditEntry): Promise<void> {
    await this.#db.transaction().execute(async transaction => {
      await transaction.deleteFrom('project_templates').where('id', '=', id).execute()
      await forgetUse(transaction, id)
      await recordAudit(transaction, audit)
    })
  }
}

const ROWS_AT_ONCE = 200

/** Adds templates with the ids and times that they come with. */
export async function addTemplateRows(
  transaction: Kysely<Tables>,
  rows: readonly Insertable<ProjectTemplatesTable>[],
): Promise<void> {
  for (const part of chunksOf(rows, ROWS_AT_ONCE)) {
    await transaction
      .insertInto('project_templates')
      .values([...part])
      .execute()
  }
}

/** The ids of all templates of one's own, the oldest first. */
export async function listTemplateIds(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('project_templates').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export function listTemplateRows(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly Selectable<ProjectTemplatesTable>[]> {
  return db.selectFrom('project_templates').selectAll().where('id', 'in', ids).execute()
}

function toRow({ id, name, category, description, tags, payload }: Template, at: string) {
  const texts = { tags_json: JSON.stringify(tags), payload_json: JSON.stringify(payload) }
  return { id, name, category, description, ...texts, created_at: at, updated_at: at }
}

function toTemplate(row: Selectable<ProjectTemplatesTable>): Template {
  return {
    id: row.id,
    name: row.name,
    category: row.category,
    description: row.description,
    isBuiltIn: false,
    tags: JSON.parse(row.tags_json) as string[],
    payload: JSON.parse(row.payload_json) as ExperimentPayload,
  }
}
