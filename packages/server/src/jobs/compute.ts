import { Admission, type AdmissionSettings } from './admission.ts'
import type { Computation } from './computation.ts'
import { ComputePool, partCount } from './compute-pool.ts'
import { Progress } from './progress.ts'

/** Longer work leaves the event loop. */
const INLINE_MS = 20
/** Longer work is shared by the cores, where it can be. */
const SHARED_MS = 200
/** One cost unit of admission. */
const UNIT_MS = 10

export interface RunOptions {
  /** Same digest, same input: computed once for all who ask at the same time. */
  bodyDigest(): string
  /** Aborts when the caller leaves. */
  departure(): AbortSignal
  /** Waits for a place as long as it takes, and tells how far the work is. */
  readonly onStart?: (progress: Progress) => void
}

interface Flight {
  readonly result: Promise<unknown>
  readonly abort: AbortController
  callers: number
}

/** Runs computations where they belong: short ones here, long ones in threads, each within the limits of admission. */
export class Compute {
  readonly #admission: Admission
  readonly #pool: ComputePool
  readonly #flights = new Map<string, Flight>()

  constructor(settings: AdmissionSettings) {
    this.#admission = new Admission(settings)
    this.#pool = new ComputePool(settings.maxHeavyConcurrent)
  }

  /** The output; rejects with ComputeBusyError, with the signal's reason, or with what the computation throws. */
  async run<I, O>(computation: Computation<I, O>, input: I, options: RunOptions): Promise<O> {
    const ms = computation.foreseenMs(input)
    if (ms <= INLINE_MS) return computation.run(input, () => undefined)
    const key = `${options.onStart ? 'patient' : 'prompt'} ${computation.name} ${options.bodyDigest()}`
    const flight = this.#flights.get(key) ?? this.#take(key, computation, input, ms, options)
    return join(flight, options.departure()) as Promise<O>
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  #take<I, O>(key: string, computation: Computation<I, O>, input: I, ms: number, options: RunOptions): Flight {
    const abort = new AbortController()
    const result = this.#admitted(computation, input, ms, options, abort.signal)
    const flight: Flight = { result, abort, callers: 0 }
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    // Who comes after all have left must not join work that is being stopped.
    abort.signal.addEventListener('abort', land)
    result.then(land, land)
    this.#flights.set(key, flight)
    return flight
  }

  async #admitted<I, O>(
    computation: Computation<I, O>,
    input: I,
    ms: number,
    { onStart }: RunOptions,
    signal: AbortSignal,
  ): Promise<O> {
    const leave = await this.#admission.enter(Math.ceil(ms / UNIT_MS), onStart ? 'unlimited' : 'short')
    try {
      signal.throwIfAborted()
      const inputs = ms > SHARED_MS && computation.parts ? computation.parts.split(input, partCount()) : [input]
      const progress = new Progress(inputs.length)
      onStart?.(progress)
      const outputs = await Promise.all(
        inputs.map((part, index) => this.#pool.run(computation.name, part, progress, index, signal) as Promise<O>),
      )
      return inputs.length === 1 ? outputs[0]! : computation.parts!.merge(outputs)
    } finally {
      leave()
    }
  }
}

// Each caller may leave; the last one to leave stops the work.
function join(flight: Flight, signal: AbortSignal): Promise<unknown> {
  flight.callers += 1
  return new Promise((resolve, reject) => {
    const quit = () => {
      flight.callers -= 1
      if (flight.callers === 0) flight.abort.abort(signal.reason)
      reject(signal.reason)
    }
    if (signal.aborted) {
      quit()
      return
    }
    signal.addEventListener('abort', quit, { once: true })
    flight.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', quit))
  })
}
