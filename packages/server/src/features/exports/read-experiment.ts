import { type Clock, isoTime } from '../../clock.ts'
import type { Speech } from '../../http/speech.ts'
import { getExperiment } from '../projects/project-access.ts'
import { decide } from '../readout/decision.ts'
import { liveStats } from '../readout/live-stats.ts'
import type { ReadoutDeps } from '../readout/readout-reply.ts'
import type { ExperimentReading } from './readout/experiment-reading.ts'

export interface ReadingDeps extends ReadoutDeps {
  readonly clock: Clock
}

/** The verdict and the live read-out of one and the same computation; 404 when there is no such experiment. */
export async function readExperiment(id: string, deps: ReadingDeps, speech: Speech): Promise<ExperimentReading> {
  const project = await getExperiment(deps.projects, id)
  const current = await deps.readouts.current(project)
  return {
    project: current.project,
    stats: liveStats(current, speech),
    decision: decide(current),
    engineVersion: deps.identity.version,
    generatedAt: isoTime(deps.clock.now()),
  }
}
