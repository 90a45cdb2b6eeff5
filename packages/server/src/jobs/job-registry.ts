import { type Clock, isoTime } from '../clock.ts'
import type { Job, JobEnd, JobsRepository } from './jobs-repository.ts'
import type { Progress } from './progress.ts'

/** The process that ran a job ended before the job did. */
export class JobInterruptedError extends Error {
  constructor() {
    super('The server stopped before the job ended.')
    this.name = 'JobInterruptedError'
  }
}

/** The work of a job; it says when it starts, and stops when the signal says so. */
export type JobWork = (signal: AbortSignal, onStart: (progress: Progress) => void) => Promise<unknown>

export interface JobTools {
  readonly jobs: Pick<JobsRepository, keyof JobsRepository>
  readonly clock: Clock
  newId(): string
  /** Resolves after the time, or when the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** What the work threw, as JSON. */
  keepError(error: unknown): string
  /** The database did not take what was to be written. */
  onFailure(error: unknown): void
}

interface Run {
  readonly abort: AbortController
  readonly hasEnded: AbortController
  progress: Progress | null
  end: JobEnd | null
}

const HEARTBEAT_MS = 1000
/** Without a sign for so long, the process of a job is dead. */
const STALE_MS = 30_000
const KEPT_MS = 15 * 60_000
const MOST_KEPT = 200

/** Work that goes on after its request was answered: this process runs what it took, and answers for what any took. */
export class JobRegistry {
  readonly #tools: JobTools
  readonly #runs = new Map<string, Run>()
  readonly #attended = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  constructor(tools: JobTools) {
    this.#tools = tools
  }

  /** The job is stored before its work begins. */
  async start(owner: string, work: JobWork): Promise<Job> {
    const { jobs, clock, newId, onFailure } = this.#tools
    await jobs.deleteOld(isoTime(clock.now() - KEPT_MS), MOST_KEPT).catch(onFailure)
    const job = await jobs.add(newId(), owner, isoTime(clock.now()))
    this.#run(job.id, work)
    return job
  }

  /** Null where there is none of this owner. */
  async find(id: string, owner: string): Promise<Job | null> {
    const { jobs, clock, keepError } = this.#tools
    const job = await jobs.find(id, owner)
    if (job === null) return null
    const now = clock.now()
    if (job.finished_at !== null) return job.finished_at < isoTime(now - KEPT_MS) ? null : job
    if (this.#runs.has(id) || job.heartbeat_at >= isoTime(now - STALE_MS)) return job
    await jobs.finishAbandoned(job, failure(keepError(new JobInterruptedError()), now))
    return jobs.find(id, owner)
  }

  /** Stops the work and forgets the job; false where there is none of this owner. */
  async cancel(id: string, owner: string): Promise<boolean> {
    const isThere = await this.#tools.jobs.delete(id, owner)
    // Another process that runs it misses its row at the next heartbeat.
    if (isThere) this.#runs.get(id)?.abort.abort(new Error('cancelled'))
    return isThere
  }

  /** Stops everything; resolves when the ends are written. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const { abort } of this.#runs.values()) abort.abort(new JobInterruptedError())
    await Promise.all(this.#attended)
  }

  #run(id: string, work: JobWork): void {
    const run: Run = { abort: new AbortController(), hasEnded: new AbortController(), progress: null, end: null }
    const { clock, keepError } = this.#tools
    const onStart = (progress: Progress) => {
      run.progress = progress
    }
    work(run.abort.signal, onStart)
      .then(result => success(JSON.stringify(result), clock.now()))
      .catch(error => failure(keepError(error), clock.now()))
      .then(end => {
        run.end = end
        run.hasEnded.abort()
      })
    this.#runs.set(id, run)
    if (this.#closing.signal.aborted) run.abort.abort(new JobInterruptedError())
    const attended = this.#attend(id, run).finally(() => {
      this.#runs.delete(id)
      this.#attended.delete(attended)
    })
    this.#attended.add(attended)
  }

  /** Tells of the work now and then, until its end is written or nobody can want it any more. */
  async #attend(id: string, run: Run): Promise<void> {
    const { signal: closing } = this.#closing
    let isOver = false
    while (!isOver) {
      await this.#tools.pause(HEARTBEAT_MS, run.end === null ? run.hasEnded.signal : closing)
      isOver = (await this.#write(id, run)) || (run.end !== null && (closing.aborted || this.#isTooLate(run.end)))
    }
  }

  /** True when there is nothing more to be written; what failed is tried again at the next heartbeat. */
  async #write(id: string, { end, progress, abort }: Run): Promise<boolean> {
    const { jobs, clock, onFailure } = this.#tools
    try {
      if (end !== null) {
        await jobs.finish(id, end)
        return true
      }
      const how = progress === null ? QUEUED : ({ status: 'running', progress: progress.share } as const)
      const isOpen = await jobs.beat(id, { ...how, heartbeat_at: isoTime(clock.now()) })
      if (!isOpen) abort.abort(new Error('the job was ended elsewhere'))
      return !isOpen
    } catch (error) {
      onFailure(error)
      return false
    }
  }

  #isTooLate({ finished_at }: JobEnd): boolean {
    return finished_at < isoTime(this.#tools.clock.now() - KEPT_MS)
  }
}

const QUEUED = { status: 'queued', progress: 0 } as const

function success(result_json: string, now: number): JobEnd {
  return { status: 'succeeded', result_json, error_json: null, finished_at: isoTime(now) }
}

function failure(error_json: string, now: number): JobEnd {
  return { status: 'failed', result_json: null, error_json, finished_at: isoTime(now) }
}
