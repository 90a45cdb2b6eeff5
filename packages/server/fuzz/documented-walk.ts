import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { EXAMPLE_ANALYSIS } from '../src/features/projects/analysis-example.ts'
import { EXAMPLE_IDS } from '../src/http/example-ids.ts'
import { openApiDocument } from '../src/http/openapi.ts'
import type { Route } from '../src/http/route.ts'
import { routes } from '../src/routes.ts'
import { ADMIN_TOKEN, asAdmin, type TestApp } from '../src/test-app.ts'
import { openWorld, ticking, type World } from './fuzz-world.ts'
import { shownExample } from './shown-example.ts'
import { startStandIn } from './stand-in.ts'

export interface Answer {
  readonly status: number
  /** JSON that was read, a text, or null for bytes and for nothing. */
  readonly body: unknown
}

/** A walk through every operation, each asked as its documentation says. */
export interface Walk {
  /** The job that was answered 202 when the walk began. */
  readonly accepted: unknown
  /** Makes sure that what the operation needs is there. */
  prepare(route: Route<never>): Promise<void>
  /** Asks with the documented body, and with the documented parameters: those that it needs, or all. */
  ask(route: Route<never>, which: 'needed' | 'all'): Promise<Answer>
  /** The answer as the documentation shows it. */
  shown(body: unknown): unknown
  close(): Promise<void>
}

interface Operation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly example?: unknown
}

/** Reads come first: they find everything as it was made. */
export const WALKED = [...routes].sort((a, b) => rank(a) - rank(b))

/** Slack sends them, though who comes without is told in words what is missing. */
const BROUGHT_BACK: ReadonlySet<string> = new Set(['code', 'state'])
const OF_PLACE = [['/nonexistent', '/data']] as const
const SIGNING_SECRET = 'slack-signs-with-this'
const DOCUMENT = openApiDocument(routes, { title: 'Verdict API', version: '0' }) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export async function openWalk(): Promise<Walk> {
  const standIn = await startStandIn()
  const world = await openWorld({
    webhookTarget: `${standIn.url}/hook`,
    env: {
      AB_FRONTEND_DIST_PATH: '/nonexistent/web',
      AB_LLM_BASE_URL: standIn.url,
      AB_SLACK_BASE_URL: standIn.url,
      AB_SLACK_CLIENT_ID: '2141029472.691202649728',
      AB_SLACK_CLIENT_SECRET: 'slack-client-secret',
      AB_SLACK_SIGNING_SECRET: SIGNING_SECRET,
      AB_SLACK_REVIEW_CHANNEL: '#experiments',
    },
  })
  const admin = asAdmin(ticking(world.test))
  const real = new Map<string, string>()
  await install(admin, real)
  const { body: accepted } = await admin.send('POST', '/api/v1/results', LONG_WORK, { prefer: 'respond-async' })
  // However often this has to look, no time goes by.
  const still = asAdmin(world.test)
  while ((await still.send('GET', `/api/v1/jobs/${accepted.id}`)).body.finished_at === null) await wait(50)
  real.set('job_id', accepted.id)
  await find(world, admin, real)
  return {
    accepted,
    async prepare(route) {
      if (route.method !== 'GET') {
        await world.refill()
        await find(world, admin, real)
      }
      await PREPARE[route.operationId]?.(admin, real)
    },
    ask: (route, which) => ask(world.test, route, which, real),
    shown: body => shownExample(body, [[standIn.url, 'https://hooks.example.com'], ...OF_PLACE, ...standIns(real)]),
    async close() {
      await world.test.close()
      await standIn.close()
    },
  }
}

/** Foreseen to take just long enough to be a job. */
const LONG_WORK = {
  metric_type: 'bootstrap',
  ranked: {
    control_values: Array.from({ length: 5000 }, (_, at) => 500 + Math.sin(at * 12.9898) * 100),
    treatment_values: Array.from({ length: 5000 }, (_, at) => 503 + Math.sin(at * 78.233) * 100),
    draws: 41_000,
  },
}

type Real = Map<string, string>

const PREPARE: Readonly<Record<string, (admin: TestApp, real: Real) => Promise<unknown>>> = {
  deleteApiKey: (admin, real) => admin.send('POST', `/api/v1/keys/${real.get('api_key_id')}/revoke`),
  finishSlackInstall: beginInstall,
  liftExclusion: (admin, real) =>
    admin.send('POST', `/api/v1/experiments/${real.get('experiment_id')}/exclusions`, {
      exclusions: [{ user_id: 'u1', exclusion_reason: 'staff' }],
    }),
}

async function install(admin: TestApp, real: Real): Promise<void> {
  await beginInstall(admin, real)
  await admin.send('GET', `/slack/oauth/callback?code=c&state=${encodeURIComponent(real.get('state')!)}`)
}

async function beginInstall(admin: TestApp, real: Real): Promise<void> {
  const { headers } = await admin.send('GET', '/slack/install')
  real.set('state', new URL(String(headers.location)).searchParams.get('state')!)
}

/** What the ids of the documentation stand for now. */
async function find(world: World, admin: TestApp, real: Real): Promise<void> {
  for (const name of ['experiment_id', 'project_id', 'revision_id', 'template_id', 'subscription_id', 'api_key_id']) {
    real.set(name, world.ids(name)[0]!)
  }
  const [base, candidate] = [real.get('project_id')!, await admin.createProject()]
  await admin.send('POST', `/api/v1/projects/${candidate}/analysis`, EXAMPLE_ANALYSIS)
  const runOf = async (id: string) => (await admin.send('GET', `/api/v1/projects/${id}`)).body.last_analysis_run_id
  const runs = { base_run_id: await runOf(base), candidate_run_id: await runOf(candidate) }
  const also = { base_id: base, candidate_id: candidate, key_id: real.get('api_key_id'), ...runs }
  for (const [name, id] of Object.entries(also)) real.set(name, id)
}

const SHOWN: Readonly<Record<string, string>> = {
  project_id: EXAMPLE_IDS.project,
  candidate_id: EXAMPLE_IDS.otherProject,
  base_run_id: EXAMPLE_IDS.run,
  candidate_run_id: EXAMPLE_IDS.otherRun,
  revision_id: EXAMPLE_IDS.revision,
  template_id: EXAMPLE_IDS.template,
  subscription_id: EXAMPLE_IDS.subscription,
  api_key_id: EXAMPLE_IDS.apiKey,
  job_id: EXAMPLE_IDS.job,
}

function standIns(real: Real): readonly (readonly [string, string])[] {
  return Object.entries(SHOWN).map(([name, shown]) => [real.get(name)!, shown])
}

async function ask(test: TestApp, route: Route<never>, which: 'needed' | 'all', real: Real): Promise<Answer> {
  const { parameters, requestBody } = DOCUMENT.paths[route.path]![route.method.toLowerCase()]!
  const asked = parameters.filter(({ name, required }) => which === 'all' || required || BROUGHT_BACK.has(name))
  const url = urlOf(route.path, asked, real)
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const payload = media?.example === undefined ? null : payloadOf(media.example, type!, real)
  const answer = await test.app.inject({
    method: route.method,
    url,
    headers: {
      authorization: `Bearer ${ADMIN_TOKEN}`,
      ...(payload === null ? {} : { 'content-type': type }),
      ...(route.takesRaw ? signature(payload!, test.clock.now()) : {}),
    },
    ...(payload === null ? {} : { payload }),
  })
  const answerType = String(answer.headers['content-type'] ?? '')
  if (answerType.includes('json')) return { status: answer.statusCode, body: answer.json() }
  return { status: answer.statusCode, body: answerType.startsWith('text/') && answer.body !== '' ? answer.body : null }
}

function urlOf(path: string, parameters: readonly Parameter[], real: Real): string {
  const query = new URLSearchParams()
  let whole = path
  for (const { name, in: place, example } of parameters) {
    const value = real.get(name) ?? String(example)
    if (place === 'path') whole = whole.replace(`{${name}}`, encodeURIComponent(value))
    else query.append(name, value)
  }
  return query.size === 0 ? whole : `${whole}?${query}`
}

function payloadOf(example: unknown, type: string, real: Real): string {
  const text = typeof example === 'string' ? example : print(example, type)
  return standIns(real).reduce((current, [id, shown]) => current.replaceAll(shown, id), text)
}

function print(example: unknown, type: string): string {
  if (type !== 'application/x-www-form-urlencoded') return JSON.stringify(example)
  return String(new URLSearchParams(example as Record<string, string>))
}

function signature(payload: string, now: number): Record<string, string> {
  const at = String(Math.floor(now / 1000))
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${payload}`).digest('hex')
  return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${digest}` }
}

function rank({ method }: Route<never>): number {
  return method === 'GET' ? 0 : method === 'DELETE' ? 2 : 1
}
