import type { Selectable } from 'kysely'
import type { Database } from '../database/database.ts'
import type { JobsTable } from '../database/tables.ts'

export type Job = Selectable<JobsTable>

/** How a job ended. */
export type JobEnd = Pick<Job, 'result_json' | 'error_json'> & {
  readonly status: 'succeeded' | 'failed'
  readonly finished_at: string
}

// So many rows of a kind are deleted at once.
const MOST_DELETED = 100

/** Jobs of all processes. Once a job has ended, or is deleted, nothing that its process still writes changes it. */
export class JobsRepository {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async add(id: string, owner: string, at: string): Promise<Job> {
    const times = { created_at: at, heartbeat_at: at, finished_at: null }
    const job: Job = { id, owner, status: 'queued', progress: 0, result_json: null, error_json: null, ...times }
    await this.#db.insertInto('jobs').values(job).execute()
    return job
  }

  /** Null where there is none of this owner. */
  async find(id: string, owner: string): Promise<Job | null> {
    const own = this.#db.selectFrom('jobs').selectAll().where('id', '=', id).where('owner', '=', owner)
    return (await own.executeTakeFirst()) ?? null
  }

  /** False where the job has ended or is not there any more. */
  async beat(id: string, sign: Pick<Job, 'status' | 'progress' | 'heartbeat_at'>): Promise<boolean> {
    const open = this.#db.updateTable('jobs').set(sign).where('id', '=', id).where('finished_at', 'is', null)
    return Number((await open.executeTakeFirst()).numUpdatedRows) === 1
  }

  async finish(id: string, end: JobEnd): Promise<void> {
    const progress = end.status === 'succeeded' ? { progress: 1 } : {}
    await this.#db
      .updateTable('jobs')
      .set({ ...end, ...progress })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .execute()
  }

  /** Ends a job whose process gave no sign since it was read. */
  async finishAbandoned({ id, heartbeat_at }: Job, end: JobEnd): Promise<void> {
    const open = this.#db.updateTable('jobs').set(end).where('id', '=', id).where('finished_at', 'is', null)
    await open.where('heartbeat_at', '=', heartbeat_at).execute()
  }

  /** False where there is none of this owner. */
  async delete(id: string, owner: string): Promise<boolean> {
    const own = this.#db.deleteFrom('jobs').where('id', '=', id).where('owner', '=', owner)
    return Number((await own.executeTakeFirst()).numDeletedRows) === 1
  }

  /** Deletes some of what ended or was abandoned before, and of the ended ones beyond the newest. */
  async deleteOld(before: string, mostKept: number): Promise<void> {
    const ids = () => this.#db.selectFrom('jobs').select('id').limit(MOST_DELETED)
    const ended = ids().where('finished_at', '<', before)
    const abandoned = ids().where('finished_at', 'is', null).where('heartbeat_at', '<', before)
    const surplus = ids().where('finished_at', 'is not', null).orderBy('finished_at', 'desc').offset(mostKept)
    for (const old of [ended, abandoned, surplus]) await this.#db.deleteFrom('jobs').where('id', 'in', old).execute()
  }
}
