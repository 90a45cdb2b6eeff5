import type { Clock } from '../clock.ts'

export interface Answered {
  readonly status: number
  /** As the error says it; null of a success. */
  readonly code: string | null
  readonly ms: number
}

/** What this process has answered since it started. */
export class RuntimeCounters {
  readonly startedAt: number
  readonly #clock: Clock
  total = 0
  successes = 0
  clientErrors = 0
  serverErrors = 0
  authRejections = 0
  rateLimited = 0
  bodyRejections = 0
  capacityRejections = 0
  lastRequestAt: number | null = null
  lastErrorAt: number | null = null
  lastErrorCode: string | null = null
  totalMs = 0
  longestMs: number | null = null

  constructor(clock: Clock) {
    this.#clock = clock
    this.startedAt = clock.now()
  }

  count({ status, code, ms }: Answered): void {
    this.total += 1
    this.totalMs += ms
    this.longestMs = Math.max(ms, this.longestMs ?? 0)
    this.lastRequestAt = this.#clock.now()
    if (status < 400) this.successes += 1
    else this.#countError(status, code)
  }

  #countError(status: number, code: string | null): void {
    if (status >= 500) this.serverErrors += 1
    else this.clientErrors += 1
    if (status === 401 || status === 403 || code === 'auth_rate_limited') this.authRejections += 1
    if (status === 413) this.bodyRejections += 1
    if (code === 'compute_capacity_exceeded') this.capacityRejections += 1
    else if (status === 429) this.rateLimited += 1
    this.lastErrorAt = this.#clock.now()
    this.lastErrorCode = code
  }
}
