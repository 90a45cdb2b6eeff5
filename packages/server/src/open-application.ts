import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { DestinationStream, Logger } from 'pino'
import { newApp } from './app.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/database.ts'
import { LeasesRepository } from './database/leases-repository.ts'
import { newPool } from './database/postgres.ts'
import { SecretBox } from './database/secret-box.ts'
import { secretKeys } from './database/secret-keys.ts'
import { openClickHouseEventStore } from './event-store/clickhouse/clickhouse-event-store.ts'
import { openDuckDbEventStore } from './event-store/duckdb/duckdb-event-store.ts'
import { type EventStore, EventStoreUnavailableError } from './event-store/event-store.ts'
import { lateEventStore } from './event-store/late-event-store.ts'
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
  const db = await openDatabase(config.storage)
  const leases = leasePool(config)
  const events = await openEvents({ config, clock, output }, log, leases)
  const secrets = new SecretBox(secretKeys(config.secretKeys, config.storage.dataDir))
  const app = await newApp({ config, db, events, clock, log, secrets, runsJobs: true })
  return {
    app,
    log,
    async close() {
      await app.close()
      await events.close()
      await leases?.end()
      await db.destroy()
    },
  }
}

/** What is damaged does not stop the start, so that `/readyz` can say so; a file that another process holds does. */
async function openEvents({ config, clock }: ApplicationTools, log: Logger, leases: Pool | null): Promise<EventStore> {
  const { clickhouse, eventsPath } = config.storage
  const lease = leases === null ? {} : { lease: new LeasesRepository(leases, randomUUID()) }
  const open = () =>
    clickhouse === null
      ? openDuckDbEventStore({ path: eventsPath })
      : openClickHouseEventStore({ ...clickhouse, ...lease })
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof EventStoreUnavailableError) || IS_HELD.test(error.message)) throw error
    log.error({ reason: error.message }, 'no events can be read or written')
    return lateEventStore(open, error, clock)
  }
}

/** Connections of their own, so that a write that waits for its lease keeps no request from the database. */
function leasePool({ storage }: Config): Pool | null {
  const { postgres, clickhouse } = storage
  return postgres === null || clickhouse === null ? null : newPool(postgres.url, postgres.poolSize)
}

const IS_HELD = /set lock on file|open in this process already/
