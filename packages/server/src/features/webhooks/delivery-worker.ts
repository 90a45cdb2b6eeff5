import { isoTime } from '../../clock.ts'
import { type DeliveryDeps, deliver } from './deliver.ts'

const MOST_AT_ONCE = 10
const LEASE_MS = 60_000

/** Delivers what is due, several at once; each delivery that ends makes room for the next. */
export class DeliveryWorker {
  readonly #deps: DeliveryDeps
  readonly #onError: (error: unknown) => void
  readonly #underWay = new Set<Promise<void>>()
  #isClosed = false

  constructor(deps: DeliveryDeps, onError: (error: unknown) => void) {
    this.#deps = deps
    this.#onError = onError
  }

  /** Starts whatever is due and finds room. */
  async run(): Promise<void> {
    const room = MOST_AT_ONCE - this.#underWay.size
    if (room <= 0 || this.#isClosed) return
    const now = this.#deps.clock.now()
    const claimed = await this.#deps.deliveries.claimDue(isoTime(now), isoTime(now + LEASE_MS), room)
    for (const delivery of claimed) {
      const work = deliver(delivery, this.#deps).then(() => undefined, this.#onError)
      this.#underWay.add(work)
      void work.finally(() => {
        this.#underWay.delete(work)
        if (!this.#isClosed) this.run().catch(this.#onError)
      })
    }
  }

  /** Waits for the attempts that are under way, and starts no other. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all(this.#underWay)
  }
}
