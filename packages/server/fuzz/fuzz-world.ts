import { EXAMPLE_ANALYSIS } from '../src/features/projects/analysis-example.ts'
import { EXAMPLE_PROJECT } from '../src/features/projects/project-example.ts'
import { ADMIN_TOKEN, asAdmin, newTestApp, type TestApp } from '../src/test-app.ts'

export const CREDENTIALS = ['none', 'unknown', 'read', 'write', 'admin', 'read key', 'write key'] as const
export type Credential = (typeof CREDENTIALS)[number]

/** An application with one of everything, and somebody of every kind to ask it. */
export interface World {
  readonly test: TestApp
  readonly tokens: Readonly<Record<Credential, string | null>>
  /** Values that stand for something, by the name of a parameter of a path. */
  ids(parameter: string): readonly string[]
  /** Puts back what the fuzz has deleted. */
  refill(): Promise<void>
  /** What no answer may ever hold. */
  readonly secrets: readonly string[]
}

interface WorldSettings {
  readonly env?: Readonly<Record<string, string>>
  readonly webhookTarget?: string
}

const WEBHOOK_SECRET = 'fuzzed-webhook-secret'

/** `webhookTarget`: nobody listens there, unless it is told. */
export async function openWorld({
  env: more = {},
  webhookTarget = 'http://127.0.0.1:9/',
}: WorldSettings = {}): Promise<World> {
  const env = {
    ...more,
    AB_RATE_LIMIT_ENABLED: 'false',
    AB_API_TOKEN: 'fuzz-write-token',
    AB_READONLY_API_TOKEN: 'fuzz-read-token',
  }
  const test = await newTestApp({ ...env, AB_ADMIN_TOKEN: ADMIN_TOKEN })
  const admin = asAdmin(ticking(test))
  const key = async (scope: string) =>
    String((await admin.send('POST', '/api/v1/keys', { name: scope, scope })).body.plaintext_key)
  const tokens = {
    none: null,
    unknown: 'nobody-knows-this',
    read: env.AB_READONLY_API_TOKEN,
    write: env.AB_API_TOKEN,
    admin: ADMIN_TOKEN,
    'read key': await key('read'),
    'write key': await key('write'),
  }
  const known = new Map<string, string[]>()
  const secrets = [env.AB_API_TOKEN, env.AB_READONLY_API_TOKEN, ADMIN_TOKEN, tokens['read key'], tokens['write key']]
  const world = {
    test,
    tokens,
    ids: (parameter: string) => known.get(parameter) ?? [],
    refill: () => fill(admin, known, webhookTarget),
    secrets: [...secrets, WEBHOOK_SECRET],
  }
  await world.refill()
  return world
}

/** Time goes on with every request, so that what was made later is newer. */
export function ticking(test: TestApp): TestApp {
  const send: TestApp['send'] = (...request) => {
    test.clock.at += 10
    return test.send(...request)
  }
  return { ...test, send }
}

async function fill(admin: TestApp, known: Map<string, string[]>, webhookTarget: string): Promise<void> {
  const [id, archived] = [await admin.createProject(), await admin.createProject()]
  await admin.send('POST', `/api/v1/projects/${id}/analysis`, EXAMPLE_ANALYSIS)
  const exposures = Array.from({ length: 40 }, (_, at) => ({ user_id: `u${at}`, variation_index: at % 2 }))
  await admin.send('POST', `/api/v1/experiments/${id}/exposures`, { exposures })
  await admin.send('POST', `/api/v1/experiments/${id}/conversions`, {
    conversions: [{ user_id: 'u1', metric: 'purchase' }],
  })
  await admin.send('POST', `/api/v1/projects/${archived}/archive`)
  const template = { name: 'Checkout test', description: 'How we test the checkout', payload: EXAMPLE_PROJECT }
  const { body: made } = await admin.send('POST', '/api/v1/templates', template)
  const hook = {
    name: 'Experiments channel',
    target_url: webhookTarget,
    secret: WEBHOOK_SECRET,
    format: 'generic',
    scope: 'global',
  }
  const { body: subscription } = await admin.send('POST', '/api/v1/webhooks', { ...hook, event_filter: ['none'] })
  const { body: key } = await admin.send('POST', '/api/v1/keys', { name: 'dashboard', scope: 'read' })
  const { body: revisions } = await admin.send('GET', `/api/v1/projects/${id}/revisions`)
  known.set('project_id', [id, archived])
  known.set('experiment_id', [id, archived])
  known.set('template_id', [made.id, 'checkout_conversion'])
  known.set('subscription_id', [subscription.id])
  known.set('api_key_id', [key.id])
  known.set('revision_id', [revisions.revisions[0].id])
  known.set('user_id', ['u1', 'nobody'])
}
