import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { DestinationStream, Logger } from 'pino'
import { newApp } from './app.ts'
import type { Clock } from './clock.ts'
import { type Config, requireAuthInProduction } from './config.ts'
import { ConfigError } from './config-readers.ts'
import { type Database, openDatabase } from './database/database.ts'
import { LeasesRepository } from './database/leases-repository.ts'
import { newPool } from './database/postgres.ts'
import { probeWriting } from './database/readiness.ts'
import { SecretBox } from './database/secret-box.ts'
import { secretKeys } from './database/secret-keys.ts'
import { openClickHouseEventStore } from './event-store/clickhouse/clickhouse-event-store.ts'
import { openDuckDbEventStore } from './event-store/duckdb/duckdb-event-store.ts'
import { type EventStore, EventStoreUnavailableError } from './event-store/event-store.ts'
import { lateEventStore } from './event-store/late-event-store.ts'
import { ApiKeysRepository } from './features/access/api-keys-repository.ts'
import { SlackInstallationsRepository } from './features/slack/slack-installations-repository.ts'
import { WebhookSubscriptionsRepository } from './features/webhooks/webhook-subscriptions-repository.ts'
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
  const db = await openDatabase(config.storage)
  await requireProduction(config, db)
  const leases = leasePool(config)
  const events = await openEvents({ config, clock, output }, log, leases)
  const secrets = new SecretBox(secretKeys(config.secretKeys, config.storage.dataDir))
  await reseal(db, secrets, log)
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

/** What production asks for beside its settings: somebody who may write, and a database that can be written. */
async function requireProduction(config: Config, db: Database): Promise<void> {
  try {
    requireAuthInProduction(config, await new ApiKeysRepository(db).hasUsableWriteKey())
    const { ok, detail } = config.isProduction ? await probeWriting(db) : { ok: true, detail: '' }
    if (!ok) throw new ConfigError('AB_DATABASE_URL', `the database can not be written: ${detail}`)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Secrets that an old key has sealed are sealed with the new one; those that no key opens are told of, and stay. */
async function reseal(db: Database, secrets: SecretBox, log: Logger): Promise<void> {
  try {
    await new WebhookSubscriptionsRepository(db, secrets).reseal()
    await new SlackInstallationsRepository(db, secrets).reseal()
  } catch (error) {
    log.error({ err: error }, 'secrets could not be sealed anew')
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
