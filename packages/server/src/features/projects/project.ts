import type { ExperimentPayload } from './experiment-input.ts'

/** A project as stored: one design, one experiment. */
export interface Project {
  readonly id: string
  readonly projectName: string
  readonly payload: ExperimentPayload
  readonly payloadSchemaVersion: number
  readonly archivedAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly revisionCount: number
  readonly lastRevisionAt: string | null
}

/** The stored payload of one moment. */
export interface Revision {
  readonly id: string
  readonly createdAt: string
  readonly payload: ExperimentPayload
}
