import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE_PROJECT } from './features/projects/project-example.ts'
import { openApiDocument } from './http/openapi.ts'
import { routes } from './routes.ts'
import { newTestApp, type TestApp } from './test-app.ts'

const ADMIN = { authorization: 'Bearer admin-token-3' }

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false', AB_ADMIN_TOKEN: 'admin-token-3' })
})
afterAll(() => test.close())

describe('every operation', () => {
  it.each(routes.filter(route => route.example !== undefined))('$operationId answers its own example', async route => {
    const id = String((await test.send('POST', '/api/v1/projects', EXAMPLE_PROJECT, ADMIN)).body.id)
    const path = route.path.replace(/\{\w+\}/, id)

    const { status } = await test.send(route.method as 'POST' | 'PUT', path, route.example, ADMIN)

    expect(status).toBe(200)
  })

  it('that takes a body has an example', () => {
    expect(routes.filter(route => (route.body ?? route.line) !== undefined && route.example === undefined)).toEqual([])
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
      expect(Object.keys(responses).some(status => status.startsWith('2'))).toBe(true)
    }
  })

  it('asks for its scope: the document says which need a credential', () => {
    const open = routes.filter(({ scope }) => scope === 'public').map(({ operationId }) => operationId)

    expect(open).toEqual(['getHealth', 'getLivez'])
  })
})
