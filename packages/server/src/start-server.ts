import type { DestinationStream } from 'pino'
import { newApp } from './app.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { openSqlite } from './database/database.ts'
import { openDuckDbEventStore } from './event-store/duckdb/duckdb-event-store.ts'
import { newLog } from './http/log.ts'

export interface ServerTools {
  readonly config: Config
  readonly clock: Clock
  readonly output: DestinationStream
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:8008`. */
  readonly url: string
  /** Answers what is under way, drains the write queue, closes both planes. */
  stop(): Promise<void>
}

/** Opens both planes, migrates, and listens. */
export async function startServer({ config, clock, output }: ServerTools): Promise<RunningServer> {
  const log = newLog({ level: config.logLevel, format: config.logFormat }, output)
  const db = await openSqlite(config.storage)
  const events = await openDuckDbEventStore({ path: config.storage.eventsPath })
  const app = await newApp({ config, db, events, clock, log })
  const url = await app.listen({ host: config.host, port: config.port })
  log.info({ url, data: config.storage.dataDir }, 'Verdict is ready')
  return {
    url,
    async stop() {
      log.info('stopping')
      await app.close()
      await events.close()
      await db.destroy()
      log.info('stopped')
    },
  }
}
