import type { Project } from '../../projects/project.ts'
import type { StoredAnalysis } from '../../reports/analysis-schema.ts'
import type { GridCell } from './design-grid.ts'
import type { CurvePoint } from './power-curve.ts'

/** What is kept of an analysis of a design. */
export interface LatestRun {
  readonly id: string
  readonly createdAt: string
  readonly analysis: StoredAnalysis
}

export interface RevisionLine {
  readonly createdAt: string
  readonly source: string
}

/** Everything that the reports of a project print. */
export interface ProjectReport {
  readonly project: Project
  readonly run: LatestRun
  /** Near effects, at two powers. */
  readonly grid: readonly GridCell[]
  readonly curve: readonly CurvePoint[]
  /** The newest first. */
  readonly revisions: readonly RevisionLine[]
  readonly engineVersion: string
  readonly generatedAt: string
}
