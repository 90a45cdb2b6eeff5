import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, openApplication, readConfig, systemClock } from '@verdict/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandFailure } from './command-failure.ts'
import { newProgram } from './program.ts'

const KEY = 'a-signing-key-of-a-workspace'

let folder: string
let file: string
let id: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-verify-'))
  file = join(folder, 'record.json')
  await withApplication(async ({ app }) => {
    const { body } = await app.inject({ method: 'POST', url: '/api/v1/projects', payload: PROJECT })
    id = JSON.parse(body).id
    await expose(app, 0, 200)
    const record = await app.inject({ method: 'GET', url: `/api/v1/experiments/${id}/decision-record` })
    writeFileSync(file, record.body)
  })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('verdict verify', () => {
  it('confirms a record that is whole, signed, and still what the data say', async () => {
    const { code, printed } = await verify(file, '--key', KEY)

    expect([code, printed]).toEqual([
      0,
      'The signature is right.\nCONFIRMED: the record is whole, and the data give the same decision now.\n',
    ])
  })

  it('takes the key from the environment, and says so when there is none', async () => {
    const [given, none] = [await verify(file, { AB_WORKSPACE_SIGNING_KEY: KEY }), await verify(file)]

    expect(given.printed).toContain('The signature is right.')
    expect(none).toMatchObject({ code: 0, printed: expect.stringContaining('The signature was not checked') })
  })

  it('finds out that a record was changed, and which field', async () => {
    const changed = changedFile(sealed => {
      sealed.record.decision.verdict = 'ship'
    })

    const { code, printed } = await verify(changed, '--key', KEY)

    expect(code).toBe(1)
    expect(printed).toContain('sha256 does not fit')
    expect(printed).toContain('hmac_sha256 does not fit')
    expect(printed).toContain('decision.verdict: was "ship", is now "no_ship"')
  })

  it('does not take the signature of another key, nor a record without one where a key is given', async () => {
    const unsigned = changedFile(sealed => {
      sealed.hmac_sha256 = null
    })

    const answers = [await verify(file, '--key', 'another-key-of-someone'), await verify(unsigned, '--key', KEY)]

    expect(answers.map(({ code }) => code)).toEqual([1, 1])
    expect(answers[0]!.printed).toContain('was not signed with this key')
    expect(answers[1]!.printed).toContain('is not signed')
  })

  it('says that it can not tell: no file, no record, no experiment, no server', async () => {
    const [broken, other, gone] = [
      join(folder, 'broken.json'),
      join(folder, 'other.json'),
      changedFile(forgetExperiment),
    ]
    writeFileSync(broken, '{')
    writeFileSync(other, '{"record":{"experiment_id":"x"}}')

    const answers = [
      await verify(join(folder, 'nowhere.json')),
      await verify(broken),
      await verify(other),
      await verify(gone),
      await run(['verify', file, '--server', 'http://127.0.0.1:9'], {}),
    ]

    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2])
  })

  // The last one: it changes the data.
  it('shows what later data changed, field by field', async () => {
    await withApplication(({ app }) => expose(app, 200, 260))

    const { code, printed } = await verify(file, '--key', KEY)

    expect(code).toBe(1)
    expect(printed).not.toContain('does not fit')
    expect(printed).toContain('live_stats.exposures_total: was 200, is now 260')
    expect(printed).toMatch(/data_version: was "\d+", is now "\d+"/)
    expect(printed).not.toContain('generated_at')
  })
})

const PROJECT = JSON.parse(
  readFileSync(new URL('../../../examples/hillstrom/visit.project.json', import.meta.url), 'utf8'),
) as object

async function withApplication(use: (application: Application) => Promise<void>): Promise<void> {
  const settings = { AB_DATA_DIR: join(folder, 'data'), AB_SERVE_FRONTEND_DIST: 'false', AB_LOG_LEVEL: 'ERROR' }
  const config = readConfig({ ...settings, AB_WORKSPACE_SIGNING_KEY: KEY })
  const application = await openApplication({ config, clock: systemClock, output: process.stderr })
  try {
    await use(application)
  } finally {
    await application.close()
  }
}

async function expose(app: Application['app'], from: number, to: number): Promise<void> {
  const exposures = Array.from({ length: to - from }, (_, index) => ({
    user_id: `u${from + index}`,
    variation_index: index % 2,
  }))
  const url = `/api/v1/experiments/${id}/exposures`
  const { statusCode } = await app.inject({ method: 'POST', url, payload: { exposures } })
  expect(statusCode).toBe(200)
}

interface Sealed {
  record: { decision: { verdict: string }; experiment_id: string }
  hmac_sha256: string | null
}

function forgetExperiment({ record }: Sealed): void {
  record.experiment_id = 'nobody'
}

function changedFile(change: (sealed: Sealed) => void): string {
  const sealed = JSON.parse(readFileSync(file, 'utf8')) as Sealed
  change(sealed)
  const path = join(folder, `changed-${crypto.randomUUID()}.json`)
  writeFileSync(path, JSON.stringify(sealed))
  return path
}

interface Ran {
  readonly code: number
  readonly printed: string
}

function verify(path: string, ...rest: (string | Record<string, string>)[]): Promise<Ran> {
  const env = rest.find(each => typeof each === 'object') ?? {}
  const args = rest.filter(each => typeof each === 'string')
  return run(['verify', path, '--data', join(folder, 'data'), ...args], env)
}

async function run(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  let printed = ''
  const program = newProgram({ write: text => (printed += text), env }).exitOverride()
  try {
    await program.parseAsync(['node', 'verdict', ...args])
    return { code: 0, printed }
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    return { code: error.exitCode, printed: `${printed}${error.message}` }
  }
}
