import { describe, expect, it } from 'vitest'
import type { EventStore } from './event-store.ts'
import { EventStoreUnavailableError } from './event-store.ts'
import { lateEventStore } from './late-event-store.ts'
import { openMemoryEventStore } from './memory/memory-event-store.ts'

/** A file that is damaged until it is healed. */
class DamagedFile {
  isHealed = false
  tries = 0
  readonly clock = { at: 0, now: () => this.clock.at }

  readonly open = async (): Promise<EventStore> => {
    this.tries += 1
    if (!this.isHealed) throw new EventStoreUnavailableError(`Try ${this.tries} found it damaged.`)
    return openMemoryEventStore()
  }

  late(): EventStore {
    return lateEventStore(this.open, new EventStoreUnavailableError('It is damaged.'), this.clock)
  }
}

describe('a store that could not be opened', () => {
  it('refuses calls with the reason, and tries again after some seconds only', async () => {
    const file = new DamagedFile()
    const store = file.late()

    await expect(store.probe()).rejects.toThrow('It is damaged.')
    await expect(store.countRaw('x')).rejects.toBeInstanceOf(EventStoreUnavailableError)
    file.clock.at += 5000
    await expect(store.probe()).rejects.toThrow('Try 1 found it damaged.')
    await expect(store.probe()).rejects.toThrow('Try 1 found it damaged.')

    expect(file.tries).toBe(1)
    expect(store.queueDepth()).toEqual({ items: 0, capacity: 0 })
  })

  it('is the store itself when it can be opened, once for all who wait', async () => {
    const file = new DamagedFile()
    const store = file.late()
    file.isHealed = true
    file.clock.at += 5000

    const answers = await Promise.all([store.dataVersion('x'), store.dataVersion('x'), store.probe()])

    expect(answers).toEqual(['0', '0', undefined])
    expect(file.tries).toBe(1)
    expect(store.queueDepth().capacity).toBeGreaterThan(0)
    await store.close()
  })

  it('is tried again too when the clock was set back', async () => {
    const file = new DamagedFile()
    const store = file.late()
    file.isHealed = true

    file.clock.at -= 3_600_000
    await store.probe()

    expect(file.tries).toBe(1)
    await store.close()
  })

  it('can be closed without having been opened, and handed over by a promise', async () => {
    const file = new DamagedFile()

    const store = await Promise.resolve(file.late())

    await expect(store.close()).resolves.toBeUndefined()
    expect(file.tries).toBe(0)
  })

  it('gives its rows when it can be opened, and the reason until then', async () => {
    const file = new DamagedFile()
    const store = file.late()
    const rows = async () => {
      const kinds: string[] = []
      for await (const { kind } of store.exportRows('x')) kinds.push(kind)
      return kinds
    }
    await expect(rows()).rejects.toThrow('It is damaged.')
    file.isHealed = true
    file.clock.at += 5000
    const items = [{ userId: 'ann', arm: 0, occurredAt: null }]
    await store.append({ kind: 'exposures', experimentId: 'x', receivedAt: 0, items })

    expect(await rows()).toEqual(['exposures'])
    await store.close()
  })
})
