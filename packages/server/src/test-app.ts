import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { newApp } from './app.ts'
import type { Clock } from './clock.ts'
import { readConfig } from './config.ts'
import type { Environment } from './config-readers.ts'
import type { Database } from './database/database.ts'
import { SecretBox } from './database/secret-box.ts'
import { openTestDatabase } from './database/test-engine/open-test-database.ts'
import type { EventStore } from './event-store/event-store.ts'
import { openMemoryEventStore } from './event-store/memory/memory-event-store.ts'
import { EXAMPLE_ANALYSIS } from './features/projects/analysis-example.ts'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'
import { pathPattern } from './http/path-pattern.ts'
import { newResponseCheck } from './http/response-check.ts'
import type { Method } from './http/route.ts'
import { routes } from './routes.ts'

const checkResponse = newResponseCheck(routes)
const linePaths = routes.filter(route => route.line).map(route => pathPattern(route.path))

/** Advice fails at once: nobody listens there. */
const NO_MODEL = { AB_LLM_BASE_URL: 'http://127.0.0.1:9', AB_LLM_MAX_ATTEMPTS: '1' }

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
  send(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
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

/**
 * A whole application in memory: real routes, real SQLite (or PostgreSQL, where the test run has one), the memory event
 * engine, a clock that stands still.
 */
export async function newTestApp(env: Environment = {}, store?: EventStore, given?: Database): Promise<TestApp> {
  const clock = new FakeClock()
  const config = readConfig({ AB_DATA_DIR: '/nonexistent', AB_SERVE_FRONTEND_DIST: 'false', ...NO_MODEL, ...env })
  const db = given ?? (await openTestDatabase())
  const events = store ?? openMemoryEventStore()
  const secrets = new SecretBox(['a key of the tests'])
  const app = await newApp({ config, db, events, clock, log: pino({ level: 'silent' }), secrets, runsJobs: false })
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

/** For applications that are to have an admin. */
export const ADMIN_TOKEN = 'an-admin-token'

/** The same application, asked with the admin token. */
export function asAdmin(test: TestApp): TestApp {
  const send: TestApp['send'] = (method, path, body, headers = {}) =>
    test.send(method, path, body, { authorization: `Bearer ${ADMIN_TOKEN}`, ...headers })
  return { ...test, send, createProject: async () => (await send('POST', '/api/v1/projects', EXAMPLE_PROJECT)).body.id }
}

/**
 * The example of an operation; ids of projects in it stand for two that are there, with an analysis each. `echoed`: every text
 * that the answer may repeat.
 */
export async function withRealProjects(
  test: TestApp,
  example: unknown,
): Promise<{ readonly body: unknown; readonly echoed: string }> {
  if (typeof example !== 'object' || example === null || !('project_ids' in example)) {
    return { body: example, echoed: JSON.stringify(example) }
  }
  const project_ids = [await test.createProject(), await test.createProject()]
  for (const id of project_ids) await test.send('POST', `/api/v1/projects/${id}/analysis`, EXAMPLE_ANALYSIS)
  const body = { ...example, project_ids }
  return { body, echoed: JSON.stringify([body, EXAMPLE_ANALYSIS, EXAMPLE_PROJECT]) }
}

function mediaTypeOf(path: string): string {
  const takesLines = linePaths.some(pattern => pattern.test(path.split('?', 1)[0]!))
  return takesLines ? 'application/x-ndjson' : 'application/json'
}
