import type { Api } from './api.ts'
import { type DeliveryOutcome, deliveryOutcome } from './delivery-outcome.ts'
import type { EventQueue } from './event-queue.ts'
import type { Platform } from './platform.ts'
import type { Drop, QueuedEvent } from './queued-event.ts'

export interface DeliverySettings {
  /** Milliseconds that an event waits for others to be sent with. */
  readonly flushMs: number
  readonly batchSize: number
}

interface DeliveryTools {
  readonly api: Api
  readonly platform: Platform
  readonly queue: EventQueue
  readonly settings: DeliverySettings
  readonly onDrop: (drop: Drop) => void
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
// Browsers let 64 KiB outlive a page; small batches fill that best.
const KEEPALIVE_BYTES = 60_000
const KEEPALIVE_BATCH = 25

/**
 * Sends the queue, one batch at a time. A batch leaves the queue when the server has answered for it. What fails waits
 * Retry-After plus random() · min(60 s, 1 s · 2^failures), and goes again with the same keys, so nothing counts twice.
 * Source of the wait: M. Brooker, "Exponential Backoff And Jitter", full jitter.
 */
export class Delivery {
  readonly #tools: DeliveryTools
  #limit: number
  #failures = 0
  #pausedUntil = 0
  #cancelTimer: (() => void) | null = null
  #draining: Promise<void> | null = null
  #isClosed = false

  constructor(tools: DeliveryTools) {
    this.#tools = tools
    this.#limit = tools.settings.batchSize
  }

  /** To be called when the queue has something to send. */
  wake(): void {
    const { queue, settings } = this.#tools
    if (queue.length === 0) return
    if (queue.length >= settings.batchSize) void this.flush()
    else this.#flushIn(settings.flushMs)
  }

  /** Sends until the queue is empty or the server asks to wait. */
  flush(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null
    })
    return this.#draining
  }

  /** Sends what fits into requests that outlive the page. What is on its way already goes again; its keys make that harmless. */
  flushOnHide(): void {
    const { queue, platform } = this.#tools
    // Stored events may wait as long as the server asks; others have no later chance.
    if (platform.storage !== null && this.#wait() > 0) return
    let budget = KEEPALIVE_BYTES
    for (const batch of queue.batches(KEEPALIVE_BATCH)) {
      budget -= byteLength(bodyOf(batch))
      if (budget >= 0) void this.#send(batch, true)
    }
  }

  /** Sends once more, then no more by itself. */
  close(): Promise<void> {
    this.#isClosed = true
    return this.flush()
  }

  async #drain(): Promise<void> {
    const { queue } = this.#tools
    this.#cancelTimer?.()
    this.#cancelTimer = null
    while (queue.length > 0 && this.#wait() <= 0) await this.#send(queue.batches(this.#limit)[0]!, false)
    if (queue.length > 0) this.#flushIn(this.#wait())
  }

  #wait(): number {
    return this.#pausedUntil - this.#tools.platform.now()
  }

  #flushIn(milliseconds: number): void {
    if (!this.#isClosed) this.#cancelTimer ??= this.#tools.platform.schedule(() => void this.flush(), milliseconds)
  }

  async #send(batch: readonly QueuedEvent[], keepalive: boolean): Promise<void> {
    const { api, platform } = this.#tools
    const { experimentId, kind } = batch[0]!
    const path = `experiments/${encodeURIComponent(experimentId)}/${kind}`
    const answer = await api.post(path, bodyOf(batch), keepalive).catch(() => null)
    if (answer === null) this.#pause(0)
    else this.#take(await deliveryOutcome(answer, batch.length, platform.now()), batch, answer.status)
  }

  #take(outcome: DeliveryOutcome, batch: readonly QueuedEvent[], status: number): void {
    if (outcome.is === 'later') this.#pause(outcome.afterMs)
    else this.#failures = 0
    if (outcome.is === 'stored') {
      this.#limit = Math.min(this.#limit * 2, this.#tools.settings.batchSize)
      this.#drop(batch, outcome.refused, status)
      this.#tools.queue.remove(batch)
    } else if (outcome.is === 'too_many' && batch.length > 1) this.#limit = Math.ceil(batch.length / 2)
    else if (outcome.is !== 'later') this.#drop(batch, outcome.is === 'refused' ? outcome.indices : null, status)
  }

  #pause(atLeastMs: number): void {
    const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures)
    this.#failures += 1
    this.#pausedUntil = this.#tools.platform.now() + atLeastMs + this.#tools.platform.random() * backOff
    this.#flushIn(this.#wait())
  }

  #drop(batch: readonly QueuedEvent[], indices: readonly number[] | null, status: number): void {
    const events = this.#tools.queue.remove(
      indices === null ? batch : batch.filter((_, index) => indices.includes(index)),
    )
    if (events.length > 0) this.#tools.onDrop({ reason: 'refused', events, status })
  }
}

function bodyOf(batch: readonly QueuedEvent[]): string {
  return JSON.stringify({ [batch[0]!.kind]: batch.map(({ item }) => item) })
}

/** The length in UTF-8. JSON escapes lone surrogates, so every text here can be encoded. */
function byteLength(text: string): number {
  return encodeURIComponent(text).replace(/%../g, '.').length
}
