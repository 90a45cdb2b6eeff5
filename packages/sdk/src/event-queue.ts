import { isQueuedEvent, type QueuedEvent } from './queued-event.ts'
import type { StoredValue } from './stored-value.ts'

/**
 * Events that the server has not acknowledged, oldest first, in memory and in the storage. At most `capacity`: the oldest
 * go, and are told. Tabs share one stored list: each change is read, changed and written, so no tab erases another's events,
 * and what a closed tab left is sent by the next page.
 */
export class EventQueue {
  readonly #stored: StoredValue
  readonly #capacity: number
  readonly #onOverflow: (events: readonly QueuedEvent[]) => void
  #events: readonly QueuedEvent[] = []
  #removed = new Set<string>()
  #isSaving = false

  constructor(stored: StoredValue, capacity: number, onOverflow: (events: readonly QueuedEvent[]) => void) {
    this.#stored = stored
    this.#capacity = capacity
    this.#onOverflow = onOverflow
    this.#events = this.#readStored()
  }

  get length(): number {
    return this.#events.length
  }

  add(event: QueuedEvent): void {
    this.#events = [...this.#events, event]
    const excess = this.remove(this.#events.slice(0, -this.#capacity))
    if (excess.length > 0) this.#onOverflow(excess)
  }

  /** Those of `events` that were still here. */
  remove(events: readonly QueuedEvent[]): readonly QueuedEvent[] {
    const ids = new Set(events.map(({ id }) => id))
    const gone = this.#events.filter(({ id }) => ids.has(id))
    this.#events = this.#events.filter(({ id }) => !ids.has(id))
    for (const { id } of gone) this.#removed.add(id)
    this.#saveSoon()
    return gone
  }

  /** All events in batches of one kind and experiment, at most `limit` in each, the oldest first. */
  batches(limit: number): readonly (readonly QueuedEvent[])[] {
    const batches: QueuedEvent[][] = []
    const open = new Map<string, QueuedEvent[]>()
    for (const event of this.#events) {
      const group = `${event.kind} ${event.experimentId}`
      let batch = open.get(group)
      if (batch === undefined || batch.length >= limit) {
        batch = []
        open.set(group, batch)
        batches.push(batch)
      }
      batch.push(event)
    }
    return batches
  }

  // Many changes in one turn are one write.
  #saveSoon(): void {
    if (this.#isSaving) return
    this.#isSaving = true
    void Promise.resolve().then(() => {
      this.#isSaving = false
      this.#save()
    })
  }

  #save(): void {
    const own = new Set(this.#events.map(({ id }) => id))
    const others = this.#readStored().filter(({ id }) => !own.has(id) && !this.#removed.has(id))
    this.#removed = new Set()
    const excess = others.slice(0, Math.max(0, others.length + own.size - this.#capacity))
    this.#stored.write([...others.slice(excess.length), ...this.#events])
    if (excess.length > 0) this.#onOverflow(excess)
  }

  #readStored(): readonly QueuedEvent[] {
    const stored = this.#stored.read()
    return Array.isArray(stored) ? stored.filter(isQueuedEvent) : []
  }
}
