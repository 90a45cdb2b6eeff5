import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE_ANALYSIS } from '../src/features/projects/analysis-example.ts'
import { openApiDocument } from '../src/http/openapi.ts'
import { pathPattern } from '../src/http/path-pattern.ts'
import { routes } from '../src/routes.ts'
import { asAdmin, type TestApp, withRealProjects } from '../src/test-app.ts'
import { openWorld, type World } from './fuzz-world.ts'

interface Operation {
  readonly summary: string
  readonly description: string
  readonly responses: Readonly<Record<string, unknown>>
}

const commands: readonly { readonly method: string; readonly path: string }[] = JSON.parse(
  readFileSync(new URL('../fixtures/api-document-commands.json', import.meta.url), 'utf8'),
).commands
const document = openApiDocument(routes, { title: 'Verdict API', version: '0' }) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** What an operation needs beside its example, and what it then answers where that is not 200. */
const SPECIAL: Readonly<Record<string, { readonly query?: string; readonly status?: number }>> = {
  assignMany: {},
  cancelJob: { status: 404 },
  compareProjects: { query: 'base_id={0}&candidate_id={1}' },
  erasePerson: { status: 204 },
  finishSlackInstall: { status: 503 },
  getJob: { status: 404 },
  getSlices: { query: 'by=day_of_week' },
  handleSlackAction: { status: 503 },
  handleSlackEvent: { status: 503 },
  installSlack: { status: 503 },
  liftExclusion: { status: 404 },
  deleteApiKey: { status: 409 },
  runSlackCommand: { status: 503 },
}

describe('the API document', () => {
  it.each(commands)('$method $path of the earlier system is an operation of ours', ({ method, path }) => {
    const found = routes.filter(route => route.method === method && pathPattern(route.path).test(path))

    expect(found).not.toEqual([])
  })

  it.each(routes.map(({ method, path, operationId }) => ({ method, path, operationId })))(
    '$operationId says what it does and how it fails',
    ({ method, path }) => {
      const { summary, description, responses } = document.paths[path]![method.toLowerCase()]!

      expect([summary.length > 5, description.length > 20]).toEqual([true, true])
      const isGuarded = Object.keys(responses).some(status => /^[45]/.test(status))
      expect(isGuarded || ['/health', '/livez'].includes(path)).toBe(true)
    },
  )
})

describe('every operation, asked as its documentation shows', () => {
  let world: World
  let admin: TestApp
  let others: readonly string[]
  beforeAll(async () => {
    world = await openWorld()
    admin = asAdmin(world.test)
    others = [await admin.createProject(), await admin.createProject()]
    for (const id of others) await admin.send('POST', `/api/v1/projects/${id}/analysis`, EXAMPLE_ANALYSIS)
  })
  afterAll(() => world.test.close())

  it.each(routes)('$operationId answers, by its schema', async route => {
    await world.refill()
    const { query, status = 200 } = SPECIAL[route.operationId] ?? {}
    const filled = route.path.replaceAll(/\{(\w+)\}/g, (_mark, name: string) => world.ids(name)[0] ?? formatOf(name))
    const path =
      query === undefined ? filled : `${filled}?${query.replace('{0}', others[0]!).replace('{1}', others[1]!)}`
    const example = (await withRealProjects(admin, route.example)).body

    const answer = await admin.send(route.method, path, route.takesRaw ? '{}' : example)

    expect(answer.status).toBe(status)
  })

  function formatOf(parameter: string): string {
    return parameter === 'format' ? 'markdown' : 'no-such-thing'
  }
})
