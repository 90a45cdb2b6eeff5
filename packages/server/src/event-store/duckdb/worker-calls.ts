import type {
  Arm,
  EventRowKind,
  EventRowsPage,
  PersonQuery,
  PersonRecord,
  PurgedRows,
  RawCounts,
  Readout,
  ReadoutQuery,
  RetentionQuery,
  Timeline,
  TimelineQuery,
} from '../event-store.ts'
import type { TableData } from './column-data.ts'
import type { IndexPart } from './index-part.ts'

export interface OpenRequest {
  readonly path: string
  readonly memoryLimit: string
  readonly tempDirectory: string
}

/** What the file held when it was opened. */
export interface StoredState {
  readonly lastSequence: number
  readonly lastExperimentNumber: number
  readonly experiments: readonly StoredExperiment[]
}

export interface StoredExperiment {
  readonly experimentNumber: number
  readonly experimentId: string
  /** Of its newest row. */
  readonly sequence: number
}

export interface ExperimentWrite extends StoredExperiment {
  /** Its schema must be created first. */
  readonly isNew: boolean
  readonly tables: readonly TableData[]
}

/** Rows of any number of experiments, committed in one transaction. */
export interface CommitRequest {
  readonly lastSequence: number
  readonly lastExperimentNumber: number
  readonly experiments: readonly ExperimentWrite[]
}

export interface StoredPersonQuery extends PersonQuery {
  /** Of the person, then of its anonymous ids in the order of their links. */
  readonly userKeys: readonly number[]
}

export interface EraseRequest {
  readonly experimentId: string
  /** What becomes the experiment's newest sequence. */
  readonly sequence: number
  readonly users: readonly { readonly userKey: number; readonly digest: string }[]
}

export interface PurgeRequest extends RetentionQuery {
  /** What becomes the experiment's newest sequence, when rows are erased. */
  readonly sequence: number
}

export interface RowsRequest {
  readonly experimentId: string
  readonly kind: EventRowKind
  /** Sequences: rows after the one, up to the other; null: up to the newest. */
  readonly after: number
  readonly until: number | null
  /** So many rows, more only where they do not lie in order. */
  readonly most: number
}

export interface RowsPage {
  readonly page: EventRowsPage
  /** The sequence after which the next page begins; null: this was the last. */
  readonly next: number | null
  readonly until: number
  /** Changes when rows are taken out. */
  readonly removals: string
}

/** What the worker can be asked, and what it answers. */
export interface WorkerCalls {
  readonly open: { readonly request: OpenRequest; readonly reply: StoredState }
  readonly commit: { readonly request: CommitRequest; readonly reply: null }
  /** Answers in parts, the rows that the index is built from, and then the sequence of the newest row, or 0. */
  readonly load: { readonly request: { readonly experimentId: string }; readonly reply: number }
  readonly countRaw: { readonly request: { readonly experimentId: string }; readonly reply: RawCounts }
  readonly readout: { readonly request: ReadoutQuery; readonly reply: Readout }
  /** The arm of the first stored exposure of any of the users, or null. */
  readonly firstArm: {
    readonly request: { readonly experimentId: string; readonly userKeys: readonly number[] }
    readonly reply: Arm | null
  }
  /** The cluster of that exposure, or null. */
  readonly firstCluster: {
    readonly request: { readonly experimentId: string; readonly userKeys: readonly number[] }
    readonly reply: string | null
  }
  readonly timeline: { readonly request: TimelineQuery; readonly reply: Timeline }
  readonly person: { readonly request: StoredPersonQuery; readonly reply: PersonRecord | null }
  /** Null without the experiment. */
  readonly rows: { readonly request: RowsRequest; readonly reply: RowsPage | null }
  readonly erase: { readonly request: EraseRequest; readonly reply: null }
  readonly purge: { readonly request: PurgeRequest; readonly reply: PurgedRows }
  readonly deleteExperiment: { readonly request: { readonly experimentId: string }; readonly reply: null }
  readonly probe: { readonly request: null; readonly reply: null }
  readonly close: { readonly request: null; readonly reply: null }
}

export type WorkerCallName = keyof WorkerCalls

export type WorkerRequest = {
  [Name in WorkerCallName]: { readonly id: number; readonly name: Name; readonly request: WorkerCalls[Name]['request'] }
}[WorkerCallName]

export type WorkerAnswer =
  | { readonly id: number; readonly part: IndexPart }
  | { readonly id: number; readonly reply: WorkerCalls[WorkerCallName]['reply'] }
  | { readonly id: number; readonly error: string }
