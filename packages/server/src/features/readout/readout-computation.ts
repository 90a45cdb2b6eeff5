import type { Readout } from '../../event-store/event-store.ts'
import type { Computation } from '../../jobs/computation.ts'
import type { Project } from '../projects/project.ts'
import { type DueLook, dueLook } from './due-look.ts'
import type { RecordedLook } from './look.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

interface Input {
  readonly project: Project
  readonly readout: Readout
  /** The looks taken so far. */
  readonly taken: readonly RecordedLook[]
}

interface Output {
  readonly statistics: Statistics
  readonly due: DueLook | null
}

/** Everything that a read-out says, and the look that it takes; ranks of many different values leave the event loop. */
export const readoutComputation: Computation<Input, Output> = {
  name: 'readout',
  foreseenMs: ({ readout: { histograms, cells } }) =>
    1 + 1e-3 * cells.length + 1e-3 * histograms.reduce((sum, { values }) => sum + values.length, 0),
  run({ project, readout, taken }) {
    const statistics = statisticsOf(project, readout)
    return { statistics: withoutHistograms(statistics), due: dueLook(project, statistics, taken) }
  },
}

// They are as large as the population, and nothing else asks for them.
function withoutHistograms(statistics: Statistics): Statistics {
  return { ...statistics, readout: { ...statistics.readout, histograms: [] } }
}
