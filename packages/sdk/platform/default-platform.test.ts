import { describe, expect, test } from 'vitest'
import { defaultPlatform } from './default-platform.ts'

describe('defaultPlatform', () => {
  test('uses neither storage nor page events outside a page', () => {
    const platform = defaultPlatform({ localStorage: { getItem: () => null, setItem: () => undefined } })

    expect([platform.storage, platform.page]).toEqual([null, null])
  })

  test('takes storage and page events from a page', () => {
    const page = { document: {}, localStorage: { getItem: () => 'kept', setItem: () => undefined } }

    const platform = defaultPlatform(page)

    expect(platform.storage?.getItem('any')).toBe('kept')
    expect(platform.page).toBe(page)
  })

  test('goes without a storage that the browser forbids', () => {
    const page = {
      document: {},
      get localStorage(): never {
        throw new Error('SecurityError')
      },
    }

    expect(defaultPlatform(page).storage).toBeNull()
  })

  test('rejects a request where there is no fetch', async () => {
    await expect(defaultPlatform({}).fetch('https://verdict.test', { method: 'GET', headers: {} })).rejects.toThrow(
      'no fetch',
    )
  })

  test('runs once after its time, unless it is cancelled, on the real clock', async () => {
    const { schedule, now, random } = defaultPlatform()
    const ran: string[] = []
    const start = now()

    schedule(() => ran.push('cancelled'), 1)()
    await new Promise<void>(resolve => schedule(resolve, 20))

    expect(ran).toEqual([])
    expect(now() - start).toBeGreaterThanOrEqual(15)
    expect(random()).toBeLessThan(1)
  })
})
