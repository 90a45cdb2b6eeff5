import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from './http/openapi.ts'
import { routes } from './routes.ts'
import { ADMIN_TOKEN, asAdmin, newTestApp, type TestApp, withRealProjects } from './test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = asAdmin(await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', AB_ADMIN_TOKEN: ADMIN_TOKEN }))
})
afterAll(() => test.close())

/** Public, or guarded by the signature of Slack. */
const SIGNED_BY_SLACK = [
  ...['installSlack', 'finishSlackInstall', 'runSlackCommand', 'handleSlackAction', 'handleSlackEvent'],
]

describe('every operation', () => {
  it.each(routes.filter(route => route.example !== undefined && !route.takesRaw))(
    '$operationId answers its own example',
    async route => {
      const path = await withRealId(route.path)

      const { body } = await withRealProjects(test, route.example)
      const { status } = await test.send(route.method, path, body)

      expect(status).toBe(200)
    },
  )

  it('that takes a body has an example', () => {
    const taking = routes.filter(({ body, line, takesRaw }) => (body ?? line ?? takesRaw) !== undefined)

    expect(taking.filter(({ example }) => example === undefined)).toEqual([])
  })

  it('has a name of its own, a summary, and answers documented for its errors', () => {
    const names = routes.map(({ operationId }) => operationId)
    const document = openApiDocument(routes, { title: 'Verdict API', version: '0' }) as {
      paths: Record<string, Record<string, { summary: string; responses: Record<string, unknown> }>>
    }
    const operations = Object.values(document.paths).flatMap(methods => Object.values(methods))

    expect(new Set(names).size).toBe(names.length)
    expect(operations).toHaveLength(routes.length)
    for (const { summary, responses } of operations) {
      expect(summary.length).toBeGreaterThan(5)
      expect(Object.keys(responses).some(status => /^[23]/.test(status))).toBe(true)
    }
  })

  it('has its schemas in the document as they are, the named lists among them', () => {
    const { components } = openApiDocument(routes, { title: 'Verdict API', version: '0' }) as {
      components: { schemas: Record<string, { type: string; items?: unknown }> }
    }
    const lists = Object.values(components.schemas).filter(({ items }) => items !== undefined)

    expect(components.schemas.AssignManyResponse).toMatchObject({ type: 'array' })
    expect(lists.map(({ type }) => type)).toEqual(lists.map(() => 'array'))
  })

  it('asks for its scope: the document says which need a credential', () => {
    const open = routes.filter(({ scope }) => scope === 'public').map(({ operationId }) => operationId)

    expect(open).toEqual([...['getHealth', 'getLivez'], ...SIGNED_BY_SLACK])
  })
})

/** The parameter of a path stands for something that is there. */
async function withRealId(path: string): Promise<string> {
  if (!path.includes('{subscription_id}')) return path.replace(/\{\w+\}/, await test.createProject())
  const fields = { name: 'x', target_url: 'https://example.com', secret: 's', format: 'generic', scope: 'global' }
  const { body } = await test.send('POST', '/api/v1/webhooks', fields)
  return path.replace('{subscription_id}', body.id)
}
