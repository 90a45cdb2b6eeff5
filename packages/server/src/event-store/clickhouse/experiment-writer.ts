import type { AppendCounts, EventBatch } from '../event-store.ts'
import type { Cell, ClickHousePort } from './clickhouse-port.ts'
import {
  COMMIT,
  type CommitState,
  DELETION,
  EPOCH_START,
  ERASURE,
  firstSequenceOf,
  readCommits,
} from './commit-state.ts'
import { BOOK_TABLES, EVENT_TABLES, type EventTableName } from './event-tables.ts'
import { findKnownRows } from './find-known-rows.ts'
import { recordBatch } from './record-batch.ts'
import type { NewRow, Recording } from './recording.ts'

const COMMIT_COLUMNS = Object.keys(BOOK_TABLES.commits.columns)

/** Writes to one experiment, one call at a time, for the holder of its lease. */
export class ExperimentWriter {
  readonly #port: ClickHousePort
  readonly #experimentId: string
  /** Null: what is committed has to be read first. */
  #state: CommitState | null = null
  /** The last sequence given out in the epoch that this writer has started; null: it has to start one. */
  #sequence: number | null = null
  /** Whether the last epoch may be written on, by whomever it was started. */
  #mayGoOn = false

  constructor(port: ClickHousePort, experimentId: string) {
    this.#port = port
    this.#experimentId = experimentId
  }

  /**
   * What was known may hold no longer. Rows that are under way now must not be met by later ones: unless there are none, a
   * new epoch begins.
   */
  forget(isNothingUnderWay = false): void {
    this.#state = null
    this.#sequence = null
    this.#mayGoOn = isNothingUnderWay
  }

  /** What is committed now. */
  async state(): Promise<CommitState> {
    this.#state ??= await readCommits(this.#port, this.#experimentId)
    return this.#state
  }

  /** Records the batches in order. They are seen together, when their commit is written, and durable when it resolves. */
  async append(batches: readonly EventBatch[]): Promise<readonly AppendCounts[]> {
    const state = await this.state()
    const known = await findKnownRows(this.#port, this.#experimentId, state, batches)
    const recording: Recording = { experimentId: this.#experimentId, known, rows: new Map(), sequence: 0 }
    const counts = batches.map(batch => {
      const { recorded, refused } = recordBatch(recording, batch)
      return { recorded, deduplicated: batch.items.length - recorded - refused.length, refused }
    })
    const marks = recording.rows.has('erasures') ? [ERASURE] : []
    if (recording.sequence > 0) await this.store(recording.rows, recording.sequence, marks)
    return counts
  }

  /** Stores rows whose sequences start at 1, as the next ones; `marks` are commits of other kinds, at the same moment. */
  async store(
    rows: ReadonlyMap<EventTableName, readonly NewRow[]>,
    count: number,
    marks: readonly number[] = [],
  ): Promise<void> {
    const before = this.#sequence ?? (await this.#goOn()) ?? (await this.#startEpoch())
    await Promise.all([...rows].map(([table, ofTable]) => this.#insert(table, ofTable, before)))
    const state = await this.state()
    const epoch = state.bounds.length - 1
    await this.#commit([COMMIT, ...marks].map(kind => [this.#experimentId, epoch, kind, before + count]))
    this.#sequence = before + count
    // What marks change is read again.
    this.#state = marks.length > 0 ? null : withBound(state, this.#sequence)
  }

  /** From here on nothing that was recorded before counts. */
  async markDeleted(): Promise<void> {
    const { bounds } = await this.state()
    await this.#commit([[this.#experimentId, bounds.length, DELETION, 0]])
    this.forget()
  }

  /** The last sequence of the last epoch, if rows may be added to it. */
  async #goOn(): Promise<number | null> {
    const { bounds, isOpen } = await this.state()
    if (!this.#mayGoOn || !isOpen) return null
    return bounds.at(-1) || firstSequenceOf(bounds.length - 1) - 1
  }

  async #startEpoch(): Promise<number> {
    const state = await this.state()
    const epoch = state.bounds.length
    await this.#commit([[this.#experimentId, epoch, EPOCH_START, state.bounds.at(-1) ?? 0]])
    this.#state = { ...state, bounds: [...state.bounds, 0], isOpen: true }
    return firstSequenceOf(epoch) - 1
  }

  #insert(table: EventTableName, rows: readonly NewRow[], before: number): Promise<void> {
    const columns = Object.keys(EVENT_TABLES[table].columns)
    const cells = rows.map(row =>
      columns.map(name => (name === 'sequence' ? before + Number(row.sequence) : row[name]!)),
    )
    return this.#port.insert(table, columns, cells)
  }

  #commit(rows: readonly (readonly Cell[])[]): Promise<void> {
    return this.#port.insert('commits', COMMIT_COLUMNS, rows)
  }
}

function withBound(state: CommitState, sequence: number): CommitState {
  return { ...state, bounds: [...state.bounds.slice(0, -1), sequence], version: sequence }
}
