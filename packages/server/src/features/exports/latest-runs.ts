import type { Revision } from '../projects/project.ts'
import type { LatestRun, RevisionLine } from './design/project-report.ts'

/** The analyses that projects keep. */
export interface LatestRuns {
  findLatest(projectId: string): Promise<LatestRun | null>
}

/** What a project was, and when; the newest first. */
export interface Revisions {
  listNewest(projectId: string, limit: number): Promise<readonly RevisionLine[]>
  /** The one in force at a moment. */
  findAt(projectId: string, at: string): Promise<Revision | null>
}
