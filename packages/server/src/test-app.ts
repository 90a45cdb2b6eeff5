import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { newApp } from './app.ts'
import type { Clock } from './clock.ts'
import { readConfig } from './config.ts'
import type { Environment } from './config-readers.ts'
import { type Database, openSqlite } from './database/database.ts'
import type { EventStore } from './event-store/event-store.ts'
import { openMemoryEventStore } from './event-store/memory/memory-event-store.ts'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'
import { pathPattern } from './http/path-pattern.ts'
import { newResponseCheck } from './http/response-check.ts'
import { routes } from './routes.ts'

const checkResponse = newResponseCheck(routes)
const linePaths = routes.filter(route => route.line).map(route => pathPattern(route.path))

/** A clock that a test turns by hand. */
export class FakeClock implements Clock {
  at = Date.UTC(2026, 4, 1, 9)
  now(): number {
    return this.at
  }
}

export interface TestApp {
  readonly app: FastifyInstance
  readonly db: Database
  readonly events: EventStore
  readonly clock: FakeClock
  /** Sends JSON, or lines where the route takes them, and reads JSON. */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** Creates the example project, changed as asked, and returns its id. */
  createProject(change?: (payload: ExamplePayload) => void): Promise<string>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers by path; their shapes are held by the schemas
  readonly body: any
}

export type ExamplePayload = typeof EXAMPLE_PROJECT & Record<string, Record<string, unknown>>

/** A whole application in memory: real routes, real SQLite, the memory event engine, a clock that stands still. */
export async function newTestApp(env: Environment = {}, store?: EventStore): Promise<TestApp> {
  const clock = new FakeClock()
  const config = readConfig({ AB_DATA_DIR: '/nonexistent', AB_SERVE_FRONTEND_DIST: 'false', ...env })
  const db = await openSqlite({ ...config.storage, databasePath: ':memory:' })
  const events = store ?? openMemoryEventStore()
  const app = await newApp({ config, db, events, clock, log: pino({ level: 'silent' }) })
  const send: TestApp['send'] = async (method, path, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }
    const json = body === undefined ? {} : { 'content-type': mediaTypeOf(path) }
    const answer = await app.inject({ method, url: path, headers: { ...json, ...headers }, ...payload })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    const parsed = isJson && answer.body ? answer.json() : {}
    if (isJson && answer.body) checkResponse(method, path, answer.statusCode, parsed)
    return { status: answer.statusCode, headers: answer.headers, body: parsed }
  }
  return {
    app,
    db,
    events,
    clock,
    send,
    async createProject(change = () => undefined) {
      const payload = structuredClone(EXAMPLE_PROJECT) as ExamplePayload
      change(payload)
      const { body } = await send('POST', '/api/v1/projects', payload)
      return String(body.id)
    },
    async close() {
      await app.close()
      await db.destroy()
    },
  }
}

function mediaTypeOf(path: string): string {
  const takesLines = linePaths.some(pattern => pattern.test(path.split('?', 1)[0]!))
  return takesLines ? 'application/x-ndjson' : 'application/json'
}
