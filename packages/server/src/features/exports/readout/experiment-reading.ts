import type { Project } from '../../projects/project.ts'
import type { DecisionReadout } from '../../readout/decision-schema.ts'
import type { LiveStats } from '../../readout/live-stats-schema.ts'

/** One read of an experiment, as the wire prints it: the numbers of a report are these. */
export interface ExperimentReading {
  /** With the policy that was in force at the first exposure. */
  readonly project: Project
  readonly stats: LiveStats
  readonly decision: DecisionReadout
  readonly engineVersion: string
  readonly generatedAt: string
}
