import type { Clock } from '../clock.ts'
import type { Bucket, RateWindows, Wait } from './rate-windows.ts'

interface Window {
  readonly hits: number[]
  /** Where those begin that still count. */
  start: number
  /** As it was last asked for. */
  windowMs: number
}

const PRUNE_EVERY = 1000
/** So many stale hits are kept before the list is cut. */
const MOST_STALE = 256

/** Timestamps of admitted calls by bucket, in the memory of this process. */
export class MemoryRateWindows implements RateWindows {
  readonly #clock: Clock
  readonly #windows = new Map<string, Window>()
  #calls = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  hit(buckets: readonly Bucket[]): Wait {
    const now = this.#clock.now()
    this.#pruneNowAndThen(now)
    let wait: Wait = null
    for (const bucket of buckets) {
      const own = this.#waitFor(bucket, now)
      if (own !== null) wait = Math.max(own, wait ?? 0)
    }
    if (wait === null) for (const bucket of buckets) this.#recent(bucket, now).hits.push(now)
    return wait
  }

  retryAfter(bucket: Bucket): Wait {
    return this.#waitFor(bucket, this.#clock.now())
  }

  #waitFor(bucket: Bucket, now: number): Wait {
    const { requests, windowSeconds } = bucket.limit
    const { hits, start } = this.#recent(bucket, now)
    if (hits.length - start < requests) return null
    const oldest = hits[hits.length - requests]!
    return Math.max(1, Math.ceil((oldest + windowSeconds * 1000 - now) / 1000))
  }

  #recent({ key, limit }: Bucket, now: number): Window {
    const windowMs = limit.windowSeconds * 1000
    const window = this.#windows.get(key) ?? { hits: [], start: 0, windowMs }
    window.windowMs = windowMs
    dropStale(window, now - windowMs)
    this.#windows.set(key, window)
    return window
  }

  #pruneNowAndThen(now: number): void {
    this.#calls += 1
    if (this.#calls % PRUNE_EVERY !== 0) return
    for (const [key, window] of this.#windows) {
      dropStale(window, now - window.windowMs)
      if (window.hits.length === window.start) this.#windows.delete(key)
    }
  }
}

function dropStale(window: Window, since: number): void {
  const { hits } = window
  while (window.start < hits.length && hits[window.start]! <= since) window.start += 1
  if (window.start < hits.length && window.start < MOST_STALE) return
  // Half of the list at least, so that a long list is not moved at each call.
  if (window.start < hits.length && window.start * 2 < hits.length) return
  hits.splice(0, window.start)
  window.start = 0
}
