import { PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'

const INT8 = types.builtins.INT8

export interface PostgresSettings {
  /** With user and password; never printed. */
  readonly url: string
  readonly poolSize: number
}

/** Counts come as numbers: none of ours reaches 2^53. */
const PARSERS = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === INT8 ? Number : types.getTypeParser(id as never, format as never),
}

/** A pool of connections, and the dialect over it. */
export function postgresDialect({ url, poolSize }: PostgresSettings): PostgresDialect {
  return new PostgresDialect({ pool: newPool(url, poolSize) })
}

/** A pool that survives connections that break. */
export function newPool(url: string, size: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: PARSERS as never,
  })
  // Whoever uses it is told by its query, and the next opens another; without listeners the process would end.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/** Where it is, without the user and the password. */
export function redactedUrl(url: string): string {
  if (!URL.canParse(url)) return 'postgres'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}
