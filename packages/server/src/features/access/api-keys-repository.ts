import type { Selectable } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { ApiKeysTable } from '../../database/tables.ts'
import { type AuditEntry, recordAudit } from '../audit/audit-repository.ts'
import { forgetApiKey } from '../webhooks/webhook-subscriptions-repository.ts'
import type { ApiKey } from './api-key-schema.ts'

const COLUMNS = [
  'id',
  'name',
  'scope',
  'created_at',
  'last_used_at',
  'revoked_at',
  'rate_limit_requests',
  'rate_limit_window_seconds',
] as const

export type NewApiKey = Omit<ApiKey, 'last_used_at' | 'revoked_at'>

/** Keys by their digest; the key itself is never stored. Every change writes its audit entry in the same transaction. */
export class ApiKeysRepository {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async create(key: NewApiKey, digest: string, audit: AuditEntry): Promise<ApiKey> {
    const row = { ...key, last_used_at: null, revoked_at: null }
    await this.#db.transaction().execute(async transaction => {
      await transaction
        .insertInto('api_keys')
        .values({ ...row, key_hash: digest })
        .execute()
      await recordAudit(transaction, audit)
    })
    return row
  }

  /** The newest first, revoked ones among them. */
  async list(): Promise<readonly ApiKey[]> {
    const rows = await this.#db
      .selectFrom('api_keys')
      .select(COLUMNS)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(toApiKey)
  }

  async find(id: string): Promise<ApiKey | null> {
    const row = await this.#db.selectFrom('api_keys').select(COLUMNS).where('id', '=', id).executeTakeFirst()
    return row ? toApiKey(row) : null
  }

  /** The key of this digest, unless it is revoked. */
  async findUsable(digest: string): Promise<ApiKey | null> {
    const row = await this.#db
      .selectFrom('api_keys')
      .select(COLUMNS)
      .where('key_hash', '=', digest)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return row ? toApiKey(row) : null
  }

  async hasAny(): Promise<boolean> {
    return (await this.#db.selectFrom('api_keys').select('id').limit(1).executeTakeFirst()) !== undefined
  }

  async hasUsableWriteKey(): Promise<boolean> {
    const row = await this.#db
      .selectFrom('api_keys')
      .select('id')
      .where('scope', '!=', 'read')
      .where('revoked_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** Keeps the first time; false when there was none to revoke. */
  revoke(id: string, audit: AuditEntry): Promise<boolean> {
    return this.#change(audit, async db => {
      const revoking = db.updateTable('api_keys').set({ revoked_at: audit.at })
      const { numUpdatedRows } = await revoking.where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
      return numUpdatedRows
    })
  }

  /** Revoked keys only, and with them what subscriptions know of them; false when there was none to delete. */
  delete(id: string, audit: AuditEntry): Promise<boolean> {
    return this.#change(audit, async db => {
      const deleting = db.deleteFrom('api_keys').where('id', '=', id).where('revoked_at', 'is not', null)
      const { numDeletedRows } = await deleting.executeTakeFirst()
      if (numDeletedRows > 0n) await forgetApiKey(db, id)
      return numDeletedRows
    })
  }

  /** Notes a use and writes its entry, unless one was noted at or after a time. */
  recordUse(id: string, unlessSince: string, audit: AuditEntry): Promise<boolean> {
    return this.#change(audit, async db => {
      const { numUpdatedRows } = await db
        .updateTable('api_keys')
        .set({ last_used_at: audit.at })
        .where('id', '=', id)
        .where(({ or, eb }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<', unlessSince)]))
        .executeTakeFirst()
      return numUpdatedRows
    })
  }

  #change(audit: AuditEntry, change: (db: Database) => Promise<bigint>): Promise<boolean> {
    return this.#db.transaction().execute(async transaction => {
      const isChanged = (await change(transaction)) > 0n
      if (isChanged) await recordAudit(transaction, audit)
      return isChanged
    })
  }
}

// Keys of the earlier system may be of scope admin; they act as write.
function toApiKey(row: Pick<Selectable<ApiKeysTable>, (typeof COLUMNS)[number]>): ApiKey {
  return { ...row, scope: ['write', 'admin'].includes(row.scope) ? 'write' : 'read' }
}
