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
})
