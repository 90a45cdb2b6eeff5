import { describe, expect, it } from 'vitest'
import { IdentityLinks } from './identity-links.ts'

describe('identity links', () => {
  it('fold an anonymous key into its person, and every other key into itself', () => {
    const links = new IdentityLinks()

    links.link(7, 3)
    links.link(900, 3)

    expect([7, 900, 3, 8, 5000].map(key => links.personOf(key))).toEqual([3, 3, 3, 8, 5000])
    expect(links.idsOf(3).sort((a, b) => a - b)).toEqual([3, 7, 900])
    expect(links.idsOf(8)).toEqual([8])
  })

  it('know which keys are anonymous and which have anonymous keys, key 0 too', () => {
    const links = new IdentityLinks()

    links.link(0, 1)
    links.link(2, 3)

    expect([0, 1, 2, 3, 4].map(key => links.isLinked(key))).toEqual([true, false, true, false, false])
    expect([0, 1, 2, 3, 4].map(key => links.hasLinks(key))).toEqual([false, true, false, true, false])
  })

  it('are undone in reverse', () => {
    const links = new IdentityLinks()
    links.link(1, 0)
    links.link(2, 0)
    links.link(3, 0)

    links.unlink(3)
    links.unlink(2)
    links.unlink(2)

    expect(links.idsOf(0)).toEqual([0, 1])
    expect([1, 2, 3].map(key => links.personOf(key))).toEqual([0, 2, 3])
  })

  it('take no memory without a link', () => {
    const empty = new IdentityLinks()
    const used = new IdentityLinks()

    used.link(1, 0)

    expect(empty.byteLength).toBe(empty.conflicts.byteLength)
    expect(used.byteLength).toBeGreaterThan(empty.byteLength)
  })
})
