import { describe, expect, it } from 'vitest'
import type { Project } from './project.ts'
import { ProjectCache } from './project-cache.ts'

const project = (id: string) => ({ id }) as Project

describe('the cache of projects', () => {
  it('reads a project once', async () => {
    const cache = new ProjectCache()
    let reads = 0
    const read = async () => {
      reads += 1
      return project('a')
    }

    const found = [await cache.find('a', read), await cache.find('a', read)]

    expect(reads).toBe(1)
    expect(found[0]).toBe(found[1])
  })

  it('reads again after a change', async () => {
    const cache = new ProjectCache()
    await cache.find('a', async () => project('a'))

    cache.forget('a')
    const changed = await cache.find('a', async () => ({ ...project('a'), revisionCount: 2 }))

    expect(changed?.revisionCount).toBe(2)
  })

  it('does not keep what was read before a change that came meanwhile', async () => {
    const cache = new ProjectCache()
    let finish: (found: Project) => void = () => undefined
    const slow = cache.find('a', () => new Promise<Project>(resolve => (finish = resolve)))
    cache.forget('a')
    finish(project('stale'))
    await slow

    const after = await cache.find('a', async () => project('fresh'))

    expect(after?.id).toBe('fresh')
  })

  it('does not remember that there is none', async () => {
    const cache = new ProjectCache()
    await cache.find('a', async () => null)

    expect((await cache.find('a', async () => project('a')))?.id).toBe('a')
  })

  it('keeps a thousand at most', async () => {
    const cache = new ProjectCache()
    for (let index = 0; index <= 1000; index += 1) await cache.find(`${index}`, async () => project(`${index}`))
    let reads = 0

    await cache.find('0', async () => {
      reads += 1
      return project('0')
    })

    expect(reads).toBe(1)
  })

  it('keeps the list of active projects until one changes', async () => {
    const cache = new ProjectCache()
    const first = await cache.listActive(async () => [project('a')])

    expect(await cache.listActive(async () => [])).toBe(first)
    cache.forget('b')
    expect(await cache.listActive(async () => [])).toEqual([])
  })

  it('reads the list again after a read that failed', async () => {
    const cache = new ProjectCache()
    await expect(cache.listActive(() => Promise.reject(new Error('away')))).rejects.toThrow('away')

    expect(await cache.listActive(async () => [project('a')])).toEqual([project('a')])
  })

  it('forgets everything when it is told that others write', async () => {
    const cache = new ProjectCache()
    await cache.find('a', async () => project('a'))
    await cache.listActive(async () => [project('a')])

    cache.forgetAll()

    expect(await cache.find('a', async () => null)).toBeNull()
    expect(await cache.listActive(async () => [])).toEqual([])
  })

  it('keeps nothing where it is bypassed', async () => {
    const cache = new ProjectCache('bypassed')
    await cache.find('a', async () => project('a'))
    await cache.listActive(async () => [project('a')])

    expect(await cache.find('a', async () => null)).toBeNull()
    expect(await cache.listActive(async () => [])).toEqual([])
  })
})
