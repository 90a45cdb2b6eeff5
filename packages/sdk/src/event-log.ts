import type { ClientOptions, User } from './client-options.ts'
import type { ClientParts } from './client-parts.ts'
import { Delivery } from './delivery.ts'
import { EventQueue } from './event-queue.ts'
import type { ExperimentMap } from './experiment-map.ts'
import { Exposures } from './exposures.ts'
import { Listeners } from './listeners.ts'
import type { Platform } from './platform.ts'
import type { Drop, EventKind, QueuedEvent } from './queued-event.ts'

interface MetricEvent {
  readonly userId: string
  readonly metric: string
  readonly value: number
  readonly idempotencyKey: string | undefined
}

const PAGE_EVENTS = ['pagehide', 'visibilitychange']

/** What the client records: exposures once, metric events under a key, all through one queue. */
export class EventLog {
  readonly #platform: Platform
  readonly #exposures: Exposures
  readonly #queue: EventQueue
  readonly #delivery: Delivery
  readonly #drops = new Listeners<Drop>()
  readonly #onHide = () => this.#delivery.flushOnHide()
  #dropped = 0
  #ids = 0

  constructor({ platform, api, stored }: ClientParts, options: ClientOptions<ExperimentMap>) {
    const { flushMs = 2000, batchSize = 100, queueCapacity = 1000, onDrop } = options
    const drop = (reason: Drop) => this.#tellDrop(reason)
    this.#platform = platform
    this.#exposures = new Exposures(stored('exposures'))
    this.#queue = new EventQueue(stored('events'), queueCapacity, events =>
      drop({ reason: 'overflow', events, status: null }),
    )
    this.#delivery = new Delivery({ api, platform, queue: this.#queue, settings: { flushMs, batchSize }, onDrop: drop })
    if (onDrop) this.#drops.add(onDrop)
    for (const type of PAGE_EVENTS) platform.page?.addEventListener(type, this.#onHide)
    this.#delivery.wake()
  }

  get pending(): number {
    return this.#queue.length
  }

  get dropped(): number {
    return this.#dropped
  }

  armOf({ userId }: User, experimentId: string): number | null {
    return this.#exposures.of(userId).get(experimentId) ?? null
  }

  experimentsOf({ userId }: User): readonly string[] {
    return [...this.#exposures.of(userId).keys()]
  }

  expose({ userId }: User, experimentId: string, arm: number): void {
    if (!this.#exposures.add(userId, experimentId, arm)) return
    this.#add('exposures', [experimentId], { user_id: userId, variation_index: arm })
  }

  track(experimentIds: readonly string[], { userId, metric, value, idempotencyKey }: MetricEvent): void {
    const item = { user_id: userId, metric, value, idempotency_key: idempotencyKey ?? this.#newId() }
    if (experimentIds.length > 0) this.#add('conversions', experimentIds, item)
    else {
      const lost: QueuedEvent = { id: this.#newId(), kind: 'conversions', experimentId: '', item }
      this.#tellDrop({ reason: 'no_experiment', events: [lost], status: null })
    }
  }

  flush(): Promise<void> {
    return this.#delivery.flush()
  }

  close(): Promise<void> {
    for (const type of PAGE_EVENTS) this.#platform.page?.removeEventListener(type, this.#onHide)
    return this.#delivery.close()
  }

  #add(kind: EventKind, experimentIds: readonly string[], item: QueuedEvent['item']): void {
    const occurred_at = new Date(this.#platform.now()).toISOString()
    for (const experimentId of experimentIds)
      this.#queue.add({ id: this.#newId(), kind, experimentId, item: { ...item, occurred_at } })
    this.#delivery.wake()
  }

  #tellDrop(drop: Drop): void {
    this.#dropped += drop.events.length
    this.#drops.tell(drop)
  }

  #newId(): string {
    const { now, random } = this.#platform
    this.#ids += 1
    return [now(), random() * 2 ** 53, this.#ids].map(part => Math.floor(part).toString(36)).join('-')
  }
}
