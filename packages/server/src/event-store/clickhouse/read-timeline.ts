import type { Timeline, TimelineQuery } from '../event-store.ts'
import { foldTimeline } from '../fold-timeline.ts'
import { outcomeLines, outcomeParameters } from './outcome-query.ts'
import { askPersons, type PersonQuery } from './person-query.ts'
import { readBasics } from './read-names.ts'
import { readQuestion } from './read-question.ts'
import { numberOf } from './row-values.ts'
import type { Snapshot } from './snapshot.ts'

const EXPOSURE_DAYS = readQuestion('exposure-days')
const TIMELINE_CHANGES = readQuestion('timeline-changes')

export async function readTimeline(snapshot: Snapshot, query: TimelineQuery): Promise<Timeline> {
  const { linkCount } = await readBasics(snapshot)
  const persons: PersonQuery = { ...query, hasStrata: false, covariates: [], quarters: null, linkCount }
  const lines = { ...outcomeLines(query.metrics), other: query.metrics.map((_, index) => index) }
  const [exposed, changes] = await Promise.all([
    askPersons(snapshot, persons, [EXPOSURE_DAYS], {}),
    askPersons(snapshot, persons, [TIMELINE_CHANGES], lines, outcomeParameters(query.metrics, query)),
  ])
  const days = foldTimeline({ exposed, changes, numberOf }, query.armCount, query.metrics.length)
  return { dataVersion: String(snapshot.state.version), days }
}
