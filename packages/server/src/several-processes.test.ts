import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reasonWithoutPostgres, startPostgres, type TestPostgres } from './database/test-engine/start-postgres.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from './event-store/clickhouse/test-engine/start-chdb.ts'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'

const reason = reasonWithoutPostgres() ?? reasonWithoutChdb()
if (reason !== null) process.stdout.write(`${reason}\n`)

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const BATCHES = 24
const USERS_A_BATCH = 50

describe.skipIf(reason !== null)('two servers over one PostgreSQL and one ClickHouse', () => {
  let postgres: TestPostgres
  let chdb: Chdb
  let folder: string
  let shared: Record<string, string>
  let pair: Server[]
  let alone: Server

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verdict-several-'))
    ;[postgres, chdb] = await Promise.all([startPostgres(), startChdb()])
    shared = { AB_DATABASE_URL: `${postgres.url}/postgres`, AB_CLICKHOUSE_URL: chdb.url }
    ;[alone, ...pair] = await Promise.all([start(folder, {}), start(folder, shared), start(folder, shared)])
  }, 120_000)
  afterAll(async () => {
    for (const server of [...pair, alone]) await server.stop('SIGTERM')
    await Promise.all([postgres.stop(), chdb.stop()])
    rmSync(folder, { recursive: true, force: true })
  })

  let turn = 0
  /** To one after the other, as a round-robin in front of them would. */
  function sendPair(method: Method, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) {
    turn += 1
    return send(pair[turn % 2]!, method, path, body, headers)
  }

  it('count and read what one would', async () => {
    const ids = [await createProject(pair[0]!), await createProject(alone)] as const

    const answers = []
    for (const kind of ['exposures', 'conversions']) {
      const ofKind = batches().filter(({ path }) => path === kind)
      const send = ({ path, body }: Batch) => sendPair('POST', `/api/v1/experiments/${ids[0]}/${path}`, body)
      answers.push(...(await Promise.all(ofKind.map(send))))
    }
    for (const { path, body } of batches()) await send(alone, 'POST', `/api/v1/experiments/${ids[1]}/${path}`, body)

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const stats = [await Promise.all(pair.map(one => read(one, ids[0]))), await read(alone, ids[1])] as const
    expect(stats[0][0]).toEqual(stats[1])
    expect(stats[0][1]).toEqual(stats[1])
  })

  it('record a user once, whichever server hears of it first', async () => {
    const id = await createProject(pair[0]!)
    const exposures = Array.from({ length: 200 }, (_, at) => ({ user_id: `u${at}`, variation_index: at % 2 }))

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sendPair('POST', `/api/v1/experiments/${id}/exposures`, { exposures })),
    )

    expect(answers.reduce((sum, { body }) => sum + Number(body.recorded), 0)).toBe(200)
    expect(answers.reduce((sum, { body }) => sum + Number(body.deduplicated), 0)).toBe(1800)
  })

  it('see what the other has changed', async () => {
    const id = await createProject(pair[0]!)
    await send(pair[1]!, 'GET', `/api/v1/projects/${id}`)

    await send(pair[0]!, 'POST', `/api/v1/projects/${id}/archive`)
    const refused = await send(pair[1]!, 'POST', `/api/v1/experiments/${id}/exposures`, {
      exposures: [{ user_id: 'u', variation_index: 0 }],
    })

    expect(refused).toMatchObject({ status: 400, body: { error_code: 'project_archived' } })
    await send(pair[1]!, 'POST', `/api/v1/projects/${id}/restore`)
    expect((await send(pair[0]!, 'GET', `/api/v1/projects/${id}`)).status).toBe(200)
  })

  it('answer for a job that either of them runs', async () => {
    const values = Array.from({ length: 5000 }, (_, at) => Math.sin(at * 12.9898) * 100)
    const ranked = { control_values: values, treatment_values: values.map(value => value + 3), draws: 41_000 }
    const prefer = { prefer: 'respond-async' }
    const taken = await sendPair('POST', '/api/v1/results', { metric_type: 'bootstrap', ranked }, prefer)

    const answers = []
    while (answers.at(-1)?.body.status !== 'succeeded' && answers.at(-1)?.status !== 404) {
      answers.push(await sendPair('GET', `/api/v1/jobs/${taken.body.id}`))
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    const [one, two] = await Promise.all([1, 2].map(() => sendPair('GET', `/api/v1/jobs/${taken.body.id}`)))

    expect(taken.status).toBe(202)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(one!.body.result).toMatchObject({ metric_type: 'bootstrap', observed_effect: 3 })
    expect(two).toEqual(one)
  })

  it('go on when one of them is killed', async () => {
    const id = await createProject(pair[0]!)
    const path = `/api/v1/experiments/${id}/exposures`
    const third = await start(folder, shared)
    await send(third, 'POST', path, { exposures: [{ user_id: 'a', variation_index: 0 }] })
    const underWay = send(third, 'POST', path, {
      exposures: Array.from({ length: 900 }, (_, at) => ({ user_id: `u${at}`, variation_index: 0 })),
    }).catch(() => null)
    await third.stop('SIGKILL')
    await underWay

    const { body } = await send(pair[0]!, 'POST', path, {
      exposures: ['a', 'b'].map(user_id => ({ user_id, variation_index: 1 })),
    })

    expect(body).toMatchObject({ recorded: 1, deduplicated: 1 })
  })
})

type Method = 'GET' | 'POST' | 'PUT'

interface Server {
  readonly url: string
  stop(signal: NodeJS.Signals): Promise<void>
}

/** A process of its own, as `npm start` makes one. */
async function start(folder: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const settings = {
    AB_DATA_DIR: folder,
    AB_PORT: '0',
    AB_RATE_LIMIT_ENABLED: 'false',
    AB_SERVE_FRONTEND_DIST: 'false',
  }
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), MAIN], {
    env: { ...process.env, ...settings, AB_LOG_FORMAT: 'json', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      const found = /"url":"([^"]+)"/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
  return { url, stop: signal => end(child, signal) }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

async function createProject(server: Server): Promise<string> {
  return (await send(server, 'POST', '/api/v1/projects', EXAMPLE_PROJECT)).body.id
}

async function send({ url }: Server, method: Method, path: string, body?: unknown, headers = {}) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await fetch(`${url}${path}`, { method, headers: { ...type, ...headers }, ...json })
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers by path
  return { status: answer.status, body: (await answer.json()) as any }
}

/** What says the same, whatever the experiment is called and however often it was written to. */
async function read(server: Server, id: string) {
  const { body } = await send(server, 'GET', `/api/v1/experiments/${id}/live-stats`)
  const { experiment_id, data_version, generated_at, ...rest } = body
  return rest
}

interface Batch {
  readonly path: string
  readonly body: unknown
}

/** Exposures and events: some users twice, and each event twice under one key. */
function batches(): readonly Batch[] {
  const users = (batch: number) =>
    Array.from({ length: USERS_A_BATCH }, (_, at) => `u${batch * (USERS_A_BATCH - 5) + at}`)
  const metric = EXAMPLE_PROJECT.metrics.primary_metric_name
  return Array.from({ length: BATCHES }, (_, batch) => [
    {
      path: 'exposures',
      body: { exposures: users(batch).map(user_id => ({ user_id, variation_index: Number(user_id.slice(1)) % 2 })) },
    },
    {
      path: 'conversions',
      body: {
        conversions: users(batch)
          .filter(user => Number(user.slice(1)) % 7 === 0)
          .map(user_id => ({ user_id, metric, idempotency_key: `${user_id}-buy` })),
      },
    },
  ]).flat()
}
