import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Progress } from './progress.ts'

/** What a thread is asked. */
export interface ThreadTask {
  readonly computation: string
  readonly input: unknown
  readonly cells: SharedArrayBuffer
  readonly part: number
}

const IDLE_MS = 60_000
// The event loop goes before the threads.
const NICE = 5

/** Threads for work that would hold up the event loop; they start when first needed, and end when nobody needs them. */
export class ComputePool {
  readonly #piscina: Piscina

  constructor(maxHeavyConcurrent: number) {
    this.#piscina = new Piscina({
      filename: threadScript(),
      name: 'compute',
      minThreads: 0,
      // Heavy work may be shared by all cores, and one thread is left for the small.
      maxThreads: maxHeavyConcurrent * partCount() + 1,
      idleTimeout: IDLE_MS,
      niceIncrement: NICE,
    })
  }

  /** Runs one part of a computation; aborting ends its thread. */
  run(computation: string, input: unknown, progress: Progress, part: number, signal: AbortSignal): Promise<unknown> {
    const task: ThreadTask = { computation, input, cells: progress.cells, part }
    return this.#piscina.run(task, { signal })
  }

  close(): Promise<void> {
    return this.#piscina.destroy()
  }
}

/** Into how many parts long work is split. */
export function partCount(): number {
  return Math.min(4, availableParallelism())
}

/** The bundle has the thread's script beside it; from source a small module teaches the thread TypeScript first. */
function threadScript(): string {
  const isBundle = !import.meta.url.endsWith('.ts')
  const script = isBundle ? './compute-thread.js' : '../../compute-thread-from-source.mjs'
  return fileURLToPath(new URL(script, import.meta.url))
}
