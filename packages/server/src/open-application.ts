import type { FastifyInstance } from 'fastify'
import type { DestinationStream, Logger } from 'pino'
import { newApp } from './app.ts'
import type { Clock } from './clock.ts'
import { type Config, requireAuthInProduction } from './config.ts'
import { type Database, openSqlite } from './database/database.ts'
import { openClickHouseEventStore } from './event-store/clickhouse/clickhouse-event-store.ts'
import { openDuckDbEventStore } from './event-store/duckdb/duckdb-event-store.ts'
import { type EventStore, EventStoreUnavailableError } from './event-store/event-store.ts'
import { lateEventStore } from './event-store/late-event-store.ts'
import { ApiKeysRepository } from './features/access/api-keys-repository.ts'
import { newLog } from './http/log.ts'

export interface ApplicationTools {
  readonly config: Config
  readonly clock: Clock
  readonly output: DestinationStream
}

export interface Application {
  readonly app: FastifyInstance
  readonly log: Logger
  /** Answers what is under way, drains the write queue, closes both planes. */
  close(): Promise<void>
}

/** Opens both planes in the data folder and puts the application on them; it does not listen. */
export async function openApplication({ config, clock, output }: ApplicationTools): Promise<Application> {
  const log = newLog({ level: config.logLevel, format: config.logFormat }, output)
  if (config.leftBehind.length > 0) {
    log.warn({ variables: config.leftBehind }, 'set, but not carried over from the earlier system: snapshots to a hub')
  }
  const db = await openSqlite(config.storage)
  await requireAuth(config, db)
  const events = await openEvents({ config, clock, output }, log)
  const app = await newApp({ config, db, events, clock, log })
  return {
    app,
    log,
    async close() {
      await app.close()
      await events.close()
      await db.destroy()
    },
  }
}

async function requireAuth(config: Config, db: Database): Promise<void> {
  try {
    requireAuthInProduction(config, await new ApiKeysRepository(db).hasUsableWriteKey())
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** What is damaged does not stop the start, so that `/readyz` can say so; a file that another process holds does. */
async function openEvents({ config, clock }: ApplicationTools, log: Logger): Promise<EventStore> {
  const { clickhouse, eventsPath } = config.storage
  const open = () =>
    clickhouse === null ? openDuckDbEventStore({ path: eventsPath }) : openClickHouseEventStore(clickhouse)
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof EventStoreUnavailableError) || IS_HELD.test(error.message)) throw error
    log.error({ reason: error.message }, 'no events can be read or written')
    return lateEventStore(open, error, clock)
  }
}

const IS_HELD = /set lock on file|open in this process already/
