import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Progress } from './progress.ts'

export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'

/** Work that goes on after its request was answered. */
export interface Job {
  readonly id: string
  readonly status: JobStatus
  /** 0 to 1 */
  readonly progress: number
  readonly result: unknown
  readonly error: unknown
  readonly createdAt: number
  readonly finishedAt: number | null
}

/** The work of a job; it says when it starts, and stops when the signal says so. */
export type JobWork = (signal: AbortSignal, onStart: (progress: Progress) => void) => Promise<unknown>

interface Entry {
  readonly owner: string
  readonly abort: AbortController
  readonly createdAt: number
  status: JobStatus
  progress: Progress | null
  result: unknown
  error: unknown
  finishedAt: number | null
}

const KEPT_MS = 15 * 60_000
const MOST_KEPT = 200

/** Jobs of this process, in memory: a result waits a quarter of an hour for its owner. */
export class JobRegistry {
  readonly #clock: Clock
  readonly #jobs = new Map<string, Entry>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  start(owner: string, work: JobWork): Job {
    this.#forgetOld()
    const id = randomBytes(16).toString('base64url')
    const abort = new AbortController()
    const entry: Entry = { owner, abort, createdAt: this.#clock.now(), ...FRESH }
    this.#jobs.set(id, entry)
    const onStart = (progress: Progress) => Object.assign(entry, { status: 'running', progress })
    work(abort.signal, onStart).then(
      result => this.#finish(entry, { status: 'succeeded', result }),
      error => this.#finish(entry, { status: 'failed', error }),
    )
    return jobOf(id, entry)
  }

  /** Null where there is none of this owner. */
  find(id: string, owner: string): Job | null {
    this.#forgetOld()
    const entry = this.#jobs.get(id)
    return entry?.owner === owner ? jobOf(id, entry) : null
  }

  /** Stops the work and forgets the job; false where there is none of this owner. */
  cancel(id: string, owner: string): boolean {
    const entry = this.#jobs.get(id)
    if (entry?.owner !== owner) return false
    this.#finish(entry, { status: 'cancelled' })
    entry.abort.abort(new Error('cancelled'))
    this.#jobs.delete(id)
    return true
  }

  /** Stops everything. */
  close(): void {
    for (const { abort } of this.#jobs.values()) abort.abort(new Error('the server stops'))
    this.#jobs.clear()
  }

  #finish(entry: Entry, end: Partial<Entry>): void {
    if (entry.finishedAt === null) Object.assign(entry, end, { finishedAt: this.#clock.now() })
  }

  #forgetOld(): void {
    const since = this.#clock.now() - KEPT_MS
    const finished = [...this.#jobs].filter(([, { finishedAt }]) => finishedAt !== null)
    const surplus = this.#jobs.size - MOST_KEPT
    finished.forEach(([id, { finishedAt }], index) => {
      if (finishedAt! < since || index < surplus) this.#jobs.delete(id)
    })
  }
}

const FRESH = { status: 'queued', progress: null, result: null, error: null, finishedAt: null } as const

function jobOf(id: string, entry: Entry): Job {
  const { status, result, error, createdAt, finishedAt } = entry
  const progress = status === 'succeeded' ? 1 : (entry.progress?.share ?? 0)
  return { id, status, progress, result, error, createdAt, finishedAt }
}
