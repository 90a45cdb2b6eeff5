import { type AppendCounts, type EventBatch, EventQueueFullError, EventStoreUnavailableError } from '../event-store.ts'
import type { ClickHousePort } from './clickhouse-port.ts'
import { ExperimentWriter } from './experiment-writer.ts'
import type { WriteLease } from './write-lease.ts'

/** Batches are written together up to so many items. */
const GROUP_ITEMS = 20_000

interface Waiting {
  readonly batch: EventBatch
  readonly resolve: (counts: AppendCounts) => void
  readonly reject: (error: unknown) => void
}

interface Work {
  /** What it resolves to tells the caller. */
  readonly work: (writer: ExperimentWriter) => Promise<() => void>
  readonly reject: (error: unknown) => void
}

type Task = Waiting | Work

/** What waits for one experiment, in order. */
interface Line {
  readonly writer: ExperimentWriter
  readonly tasks: Task[]
  running: Promise<void> | null
}

/** One line an experiment; the batches that arrive while others are written form the next group. */
export class WriteQueue {
  readonly capacity: number
  readonly #port: ClickHousePort
  readonly #lease: WriteLease
  readonly #lines = new Map<string, Line>()
  #items = 0

  constructor(port: ClickHousePort, lease: WriteLease, capacity: number) {
    this.#port = port
    this.#lease = lease
    this.capacity = capacity
  }

  get items(): number {
    return this.#items
  }

  /** Takes up room until the batch is durable. A batch larger than the whole queue may pass an empty one. */
  async append(batch: EventBatch): Promise<AppendCounts> {
    const { length } = batch.items
    if (this.#items > 0 && this.#items + length > this.capacity) throw new EventQueueFullError(1)
    this.#items += length
    try {
      return await new Promise<AppendCounts>((resolve, reject) => {
        this.#add(batch.experimentId, { batch, resolve, reject })
      })
    } finally {
      this.#items -= length
    }
  }

  /** Runs after everything that was sent before and before everything that is sent later. */
  run<T>(experimentId: string, work: (writer: ExperimentWriter) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#add(experimentId, {
        work: async writer => {
          const result = await work(writer)
          return () => resolve(result)
        },
        reject,
      })
    })
  }

  /** Resolves when nothing waits. */
  async drain(): Promise<void> {
    for (;;) {
      const running = [...this.#lines.values()].flatMap(line => line.running ?? [])
      if (running.length === 0) return
      await Promise.all(running)
    }
  }

  #add(experimentId: string, task: Task): void {
    const line = this.#lineOf(experimentId)
    line.tasks.push(task)
    line.running ??= this.#work(experimentId, line)
  }

  #lineOf(experimentId: string): Line {
    const present = this.#lines.get(experimentId)
    if (present !== undefined) return present
    const line: Line = { writer: new ExperimentWriter(this.#port, experimentId), tasks: [], running: null }
    this.#lines.set(experimentId, line)
    return line
  }

  async #work(experimentId: string, line: Line): Promise<void> {
    // What is sent in one turn of the event loop is written together.
    await Promise.resolve()
    while (line.tasks.length > 0) await this.#workHolding(experimentId, line)
    line.running = null
  }

  /** Nothing is acknowledged before the lease says that it was held to the end. */
  async #workHolding(experimentId: string, line: Line): Promise<void> {
    let done: Done | null = null
    try {
      await this.#lease.hold(experimentId, async handover => {
        if (handover !== 'own') line.writer.forget(handover === 'clean')
        done = await workOnce(line)
        return done.isClean
      })
      settle(done, null, line)
    } catch (error) {
      settle(done, { error }, line)
    }
  }
}

/** What a turn at the lease has done, to be told when the lease is known to have held. */
interface Done {
  readonly isClean: boolean
  acknowledge(): void
  refuse(error: unknown): void
}

function settle(done: Done | null, failure: { readonly error: unknown } | null, line: Line): void {
  if (failure === null) {
    done?.acknowledge()
    return
  }
  line.writer.forget()
  done?.refuse(failure.error)
  // Whoever waits for a lease that is not given is told so.
  if (done === null) for (const { reject } of line.tasks.splice(0)) reject(sayable(failure.error))
}

async function workOnce({ writer, tasks }: Line): Promise<Done> {
  const group = takeGroup(tasks)
  if (group.length === 0) return workAlone(writer, tasks.shift() as Work)
  const refuse = (error: unknown) => {
    for (const { reject } of group) reject(sayable(error))
  }
  try {
    const counts = await writer.append(group.map(({ batch }) => batch))
    const acknowledge = () => {
      for (const [at, { resolve }] of group.entries()) resolve(counts[at]!)
    }
    return { isClean: true, acknowledge, refuse }
  } catch (error) {
    return failed(writer, error, refuse)
  }
}

async function workAlone(writer: ExperimentWriter, { work, reject }: Work): Promise<Done> {
  const refuse = (error: unknown) => reject(sayable(error))
  try {
    return { isClean: true, acknowledge: await work(writer), refuse }
  } catch (error) {
    return failed(writer, error, refuse)
  }
}

/** Only the database knows now what is stored. */
function failed(writer: ExperimentWriter, error: unknown, refuse: (error: unknown) => void): Done {
  writer.forget()
  return { isClean: false, acknowledge: () => refuse(error), refuse }
}

/** The batches in front, up to the first task of another kind. */
function takeGroup(tasks: Task[]): readonly Waiting[] {
  let items = 0
  const end = tasks.findIndex(task => {
    if (!('batch' in task)) return true
    items += task.batch.items.length
    return items > GROUP_ITEMS
  })
  const isFirstTooLarge = end === 0 && 'batch' in tasks[0]!
  return tasks.splice(0, end === -1 ? tasks.length : isFirstTooLarge ? 1 : end) as Waiting[]
}

function sayable(error: unknown): EventStoreUnavailableError {
  const isSaid = error instanceof EventStoreUnavailableError
  return isSaid ? error : new EventStoreUnavailableError('The events could not be written.', { cause: error })
}
