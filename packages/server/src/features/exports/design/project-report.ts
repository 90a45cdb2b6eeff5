import type { AnalysisRun } from '../../projects/analysis-runs-repository.ts'
import type { Project } from '../../projects/project.ts'
import type { GridCell } from './design-grid.ts'
import type { CurvePoint } from './power-curve.ts'

export interface RevisionLine {
  readonly createdAt: string
  readonly source: string
}

/** Everything that the reports of a project print. */
export interface ProjectReport {
  readonly project: Project
  readonly run: AnalysisRun
  /** Near effects, at two powers. */
  readonly grid: readonly GridCell[]
  readonly curve: readonly CurvePoint[]
  /** The newest first. */
  readonly revisions: readonly RevisionLine[]
  readonly engineVersion: string
  readonly generatedAt: string
}
