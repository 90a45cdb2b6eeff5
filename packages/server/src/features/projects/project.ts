import type { ExperimentPayload } from './experiment-input.ts'

/** What is known of a project beside its design. */
export interface ProjectHead {
  readonly id: string
  readonly projectName: string
  readonly payloadSchemaVersion: number
  readonly archivedAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly lastAnalysisAt: string | null
  readonly lastAnalysisRunId: string | null
  readonly lastExportedAt: string | null
  /** Grows with every change of the record. */
  readonly version: number
  readonly revisionCount: number
  readonly lastRevisionAt: string | null
}

/** A project as stored: one design, one experiment. */
export interface Project extends ProjectHead {
  readonly payload: ExperimentPayload
  readonly frozenRevision: FrozenRevision
}

/** A project as the list shows it. */
export interface ListedProject extends ProjectHead {
  readonly hypothesis: string | null
  readonly metricType: string
  /** As the newest run estimates it. */
  readonly durationDays: number | null
}

/**
 * Which revision was in force at the first exposure. `newest`: no edit has come after that exposure, so the newest one.
 * `by_time`: nobody has watched the edits (rows of earlier versions, imports), so the times of the revisions decide.
 */
export type FrozenRevision =
  | { readonly kind: 'newest' }
  | { readonly kind: 'by_time' }
  | { readonly kind: 'pinned'; readonly revisionId: string }

/** The stored payload of one moment. */
export interface Revision {
  readonly id: string
  readonly createdAt: string
  readonly source: RevisionSource
  readonly payload: ExperimentPayload
}

export type RevisionSource = 'create' | 'update' | 'workspace_import'
