import type { Clock } from '../clock.ts'
import type { EventRowsPage, EventStore } from './event-store.ts'

const RETRY_MS = 5000

/** Stands for a store that could not be opened: each call tries again, at most every few seconds, and else gives the reason. */
export function lateEventStore(open: () => Promise<EventStore>, reason: Error, clock: Clock): EventStore {
  const late = new LateOpening(open, reason, clock)
  const known: Partial<EventStore> = {
    queueDepth: () => late.store?.queueDepth() ?? { items: 0, capacity: 0 },
    exportRows: experimentId => late.exportRows(experimentId),
    close: () => late.close(),
  }
  return new Proxy(known as EventStore, {
    get(target, name: keyof EventStore | 'then') {
      // A value with a `then` would be taken for a promise.
      if (name === 'then') return undefined
      return target[name] ?? (async (...input: unknown[]) => call(await late.opened(), name, input))
    },
  })
}

function call(store: EventStore, name: keyof EventStore, input: readonly unknown[]): unknown {
  return Reflect.apply(store[name], store, input)
}

class LateOpening {
  store: EventStore | null = null
  readonly #open: () => Promise<EventStore>
  readonly #clock: Clock
  #reason: Error
  #triedAt: number
  #opening: Promise<EventStore> | null = null

  constructor(open: () => Promise<EventStore>, reason: Error, clock: Clock) {
    this.#open = open
    this.#reason = reason
    this.#clock = clock
    this.#triedAt = clock.now()
  }

  async opened(): Promise<EventStore> {
    if (this.store !== null) return this.store
    // A clock that was set back is no reason to wait for longer.
    if (this.#opening === null && Math.abs(this.#clock.now() - this.#triedAt) < RETRY_MS) throw this.#reason
    this.#opening ??= this.#tryAgain().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async *exportRows(experimentId: string): AsyncGenerator<EventRowsPage> {
    yield* (await this.opened()).exportRows(experimentId)
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined)
    await this.store?.close()
  }

  async #tryAgain(): Promise<EventStore> {
    this.#triedAt = this.#clock.now()
    try {
      this.store = await this.#open()
      return this.store
    } catch (error) {
      this.#reason = error instanceof Error ? error : new Error(String(error))
      throw error
    }
  }
}
