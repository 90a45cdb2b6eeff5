import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { EventStoreUnavailableError } from '../event-store.ts'
import type { IndexPart } from './index-part.ts'
import type { WorkerAnswer, WorkerCallName, WorkerCalls } from './worker-calls.ts'

export interface CallOptions {
  readonly transfer?: readonly ArrayBuffer[]
  readonly onPart?: (part: IndexPart) => void
}

/** The one way to the thread that owns the database. */
export interface DuckDbPort {
  call<Name extends WorkerCallName>(
    name: Name,
    request: WorkerCalls[Name]['request'],
    options?: CallOptions,
  ): Promise<WorkerCalls[Name]['reply']>
  terminate(): Promise<void>
}

/** The system's lock keeps other processes out, but not a second instance in this one, which would see other data. */
const heldPaths = new Set<string>()

/** Starts the thread for one events file; `terminate` lets the file go. */
export function startDuckDbWorker(path: string): DuckDbPort {
  const file = resolve(path)
  if (heldPaths.has(file))
    throw new EventStoreUnavailableError(`The events file ${file} is open in this process already.`)
  heldPaths.add(file)
  return new WorkerPort(() => heldPaths.delete(file))
}

interface PendingCall {
  readonly succeed: (reply: never) => void
  readonly fail: (error: Error) => void
  readonly onPart: ((part: IndexPart) => void) | undefined
}

class WorkerPort implements DuckDbPort {
  readonly #worker = createWorker()
  readonly #pending = new Map<number, PendingCall>()
  readonly #release: () => void
  #lastId = 0
  #failure: Error | null = null

  constructor(release: () => void) {
    this.#release = release
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', code => this.#fail(new Error(`The database thread has ended (code ${code}).`)))
  }

  call<Name extends WorkerCallName>(
    name: Name,
    request: WorkerCalls[Name]['request'],
    options: CallOptions = {},
  ): Promise<WorkerCalls[Name]['reply']> {
    if (this.#failure !== null) return Promise.reject(unavailable(this.#failure))
    this.#lastId += 1
    const id = this.#lastId
    return new Promise<WorkerCalls[Name]['reply']>((succeed, fail) => {
      this.#pending.set(id, { succeed, fail, onPart: options.onPart })
      this.#worker.postMessage({ id, name, request }, options.transfer ?? [])
    })
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate()
    this.#release()
  }

  #settle(answer: WorkerAnswer): void {
    const call = this.#pending.get(answer.id)
    if (call === undefined) return
    if ('part' in answer) {
      call.onPart?.(answer.part)
      return
    }
    this.#pending.delete(answer.id)
    if ('error' in answer) call.fail(new EventStoreUnavailableError(answer.error))
    else call.succeed(answer.reply as never)
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const call of this.#pending.values()) call.fail(unavailable(error))
    this.#pending.clear()
  }
}

/** The bundle has the thread's script beside it; from source the thread must learn to read TypeScript first. */
function createWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./duckdb-worker.js', import.meta.url))
  const script = new URL('./duckdb-worker.ts', import.meta.url).href
  // A thread's own `--import tsx` is without effect in Node 20.
  const loader = import.meta.resolve('tsx/esm/api')
  const start = `import { register } from '${loader}'; register(); await import('${script}')`
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(start)}`))
}

function unavailable(error: Error): EventStoreUnavailableError {
  return new EventStoreUnavailableError(`${error.message} Start the server again.`, { cause: error })
}
