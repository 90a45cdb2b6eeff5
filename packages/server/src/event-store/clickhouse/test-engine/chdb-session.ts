import type { ChdbRequest } from './chdb-request.ts'

/** What the tests use of chdb. */
export interface Session {
  query(sql: string, format: string): string
}

/** Of a cluster, by table, what gives the shard of a row. */
export type ShardedTables = Readonly<Record<string, string>>

/**
 * Runs requests on one session as if each came alone: settings of one are not left for the next. An embedded engine has no
 * port, so all shards of its cluster are itself, with one table between them; each shard is given its own rows of it to see.
 * A token of an insert is the same for every shard, so that table can not tell the parts of one insert from repetitions.
 */
export class ChdbSession {
  readonly #session: Session
  #settings: ReadonlyMap<string, string> = new Map()
  #database = ''
  readonly #shardedTables: ShardedTables

  constructor(session: Session, shardedTables: ShardedTables) {
    this.#session = session
    this.#shardedTables = shardedTables
  }

  run({ database, sql, settings, parameters }: ChdbRequest): string {
    if (database !== this.#database) this.#enter(database)
    this.#apply(new Map([...(this.#isCluster() ? withoutToken(settings) : settings), ...parameters]))
    return this.#query(sql)
  }

  #isCluster(): boolean {
    return Object.keys(this.#shardedTables).length > 0
  }

  #enter(database: string): void {
    this.#query(`use ${database}`)
    this.#database = database
    const filters = Object.entries(this.#shardedTables).map(
      ([table, shard]) => `'${database}.${table}': 'shardNum() in (0, ${shard})'`,
    )
    if (this.#isCluster()) this.#query(`set additional_table_filters = {${filters.join()}}`)
  }

  #apply(settings: ReadonlyMap<string, string>): void {
    const left = [...this.#settings.keys()].filter(name => !settings.has(name) && !name.startsWith('param_'))
    const changed = [...settings].filter(([name, value]) => this.#settings.get(name) !== value)
    const changes = [
      ...left.map(name => `${name} = default`),
      ...changed.map(([name, value]) => `${name} = ${literalOf(value)}`),
    ]
    if (changes.length > 0) this.#query(`set ${changes.join()}`)
    this.#settings = settings
  }

  #query(sql: string): string {
    return this.#session.query(sql, 'TabSeparated')
  }
}

function withoutToken(settings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...settings].filter(([name]) => name !== 'insert_deduplication_token')).set('insert_deduplicate', '0')
}

function literalOf(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')
  return `'${escaped}'`
}
