import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from './http/openapi.ts'
import { routes } from './routes.ts'
import { newTestApp, type TestApp } from './test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

// Their examples name things that have to be stored first.
const NEEDS_STORED = ['exportComparison']

describe('every operation', () => {
  const own = routes.filter(({ example, operationId }) => example !== undefined && !NEEDS_STORED.includes(operationId))
  it.each(own)('$operationId answers its own example', async route => {
    const id = await test.createProject()
    const path = route.path.replace(/\{\w+\}/, id)

    const { status } = await test.send(route.method as 'POST' | 'PUT', path, route.example)

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
