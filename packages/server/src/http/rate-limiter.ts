import type { Clock } from '../clock.ts'

export interface RateLimit {
  readonly requests: number
  readonly windowSeconds: number
}

const PRUNE_EVERY = 1000

/** Sliding window of timestamps per key, in process memory. A refused call is not counted. */
export class RateLimiter {
  readonly #clock: Clock
  readonly #limit: RateLimit
  readonly #hits = new Map<string, number[]>()
  #calls = 0

  constructor(clock: Clock, limit: RateLimit) {
    this.#clock = clock
    this.#limit = limit
  }

  /** Seconds to wait, or null when the call may pass; a call that passes is counted. */
  hit(key: string): number | null {
    const wait = this.retryAfter(key)
    if (wait === null) this.#recent(key).push(this.#clock.now())
    return wait
  }

  /** Seconds to wait, or null, without counting. */
  retryAfter(key: string): number | null {
    this.#pruneNowAndThen()
    const recent = this.#recent(key)
    if (recent.length < this.#limit.requests) return null
    const oldest = recent[recent.length - this.#limit.requests]!
    return Math.max(1, Math.ceil((oldest + this.#windowMs - this.#clock.now()) / 1000))
  }

  get #windowMs(): number {
    return this.#limit.windowSeconds * 1000
  }

  #recent(key: string): number[] {
    const since = this.#clock.now() - this.#windowMs
    const hits = this.#hits.get(key) ?? []
    const stale = hits.findIndex(at => at > since)
    if (stale === -1) hits.length = 0
    else if (stale > 0) hits.splice(0, stale)
    this.#hits.set(key, hits)
    return hits
  }

  #pruneNowAndThen(): void {
    this.#calls += 1
    if (this.#calls % PRUNE_EVERY !== 0) return
    for (const key of [...this.#hits.keys()]) {
      if (this.#recent(key).length === 0) this.#hits.delete(key)
    }
  }
}
