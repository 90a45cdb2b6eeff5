import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import type { Environment } from './config-readers.ts'
import { reasonWithoutPostgres, startPostgres, type TestPostgres } from './database/test-engine/start-postgres.ts'
import { type Chdb, reasonWithoutChdb, startChdb } from './event-store/clickhouse/test-engine/start-chdb.ts'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'
import { type Application, openApplication } from './open-application.ts'

const reason = reasonWithoutPostgres() ?? reasonWithoutChdb()
if (reason !== null) process.stdout.write(`${reason}\n`)

const BATCHES = 24
const USERS_A_BATCH = 50

describe.skipIf(reason !== null)('two servers over one PostgreSQL and one ClickHouse', () => {
  let postgres: TestPostgres
  let chdb: Chdb
  let folder: string
  let pair: Application[]
  let alone: Application

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verdict-several-'))
    ;[postgres, chdb] = await Promise.all([startPostgres(), startChdb()])
    const shared = { AB_DATABASE_URL: `${postgres.url}/postgres`, AB_CLICKHOUSE_URL: chdb.url }
    pair = await Promise.all([open(shared), open(shared)])
    alone = await open({})
  })
  afterAll(async () => {
    for (const application of [...pair, alone]) await application.close()
    await Promise.all([postgres.stop(), chdb.stop()])
    rmSync(folder, { recursive: true, force: true })
  })

  function open(env: Environment): Promise<Application> {
    const output = new Writable({ write: (_chunk, _encoding, done) => done() })
    const config = readConfig({
      AB_DATA_DIR: folder,
      AB_RATE_LIMIT_ENABLED: 'false',
      AB_SERVE_FRONTEND_DIST: 'false',
      ...env,
    })
    return openApplication({ config, clock: systemClock, output })
  }

  let turn = 0
  /** To one after the other, as a round-robin in front of them would. */
  function sendPair(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) {
    turn += 1
    return send(pair[turn % 2]!, method, path, body)
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

  it('go on when one of them is gone', async () => {
    const id = await createProject(pair[0]!)
    const path = `/api/v1/experiments/${id}/exposures`
    const third = await open({ AB_DATABASE_URL: `${postgres.url}/postgres`, AB_CLICKHOUSE_URL: chdb.url })
    await send(third, 'POST', path, { exposures: [{ user_id: 'a', variation_index: 0 }] })
    await third.close()

    const { body } = await send(pair[0]!, 'POST', path, {
      exposures: ['a', 'b'].map(user_id => ({ user_id, variation_index: 1 })),
    })

    expect(body).toMatchObject({ recorded: 1, deduplicated: 1 })
  })
})

async function createProject(application: Application): Promise<string> {
  return (await send(application, 'POST', '/api/v1/projects', EXAMPLE_PROJECT)).body.id
}

async function send(application: Application, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) {
  const payload =
    body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await application.app.inject({ method, url, ...payload })
  return { status: answer.statusCode, body: answer.json() }
}

/** What says the same, whatever the experiment is called and however often it was written to. */
async function read(application: Application, id: string) {
  const { body } = await send(application, 'GET', `/api/v1/experiments/${id}/live-stats`)
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
