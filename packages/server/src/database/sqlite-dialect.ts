import type BetterSqlite from 'better-sqlite3'
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely'

/** Where SQLite has ended a transaction itself, as on a full disk, what failed is told, and not that nothing is left to roll back. */
export function sqliteDialect(sqlite: BetterSqlite.Database): SqliteDialect {
  return new Dialect(sqlite)
}

class Dialect extends SqliteDialect {
  readonly #sqlite: BetterSqlite.Database

  constructor(sqlite: BetterSqlite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }

  override createDriver(): Driver {
    return new TolerantDriver(this.#sqlite)
  }
}

class TolerantDriver extends SqliteDriver {
  readonly #sqlite: BetterSqlite.Database

  constructor(sqlite: BetterSqlite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}
