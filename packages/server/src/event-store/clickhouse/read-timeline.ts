import { type CrossMoments, mergeCrossMoments, unmergeCrossMoments } from '@verdict/stats'
import type { Arm, Timeline, TimelineDay, TimelineQuery } from '../event-store.ts'
import type { Row } from './clickhouse-port.ts'
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
  const days = Array.from({ length: query.armCount }, (_, arm) =>
    timelineOf(arm, daysOf(arm, exposed, changes), query.metrics.length),
  ).flat()
  return { dataVersion: String(snapshot.state.version), days: days.sort((a, b) => a.day - b.day || a.arm - b.arm) }
}

/** What happened to one arm on one day; the rows are those of disjoint persons. */
interface ArmDay {
  readonly day: number
  /** Persons exposed that day. */
  entered: number
  /** Those of them with events that day. */
  readonly first: Row[]
  /** Persons exposed before, with events that day. */
  readonly later: Row[]
}

function daysOf(arm: Arm, exposed: readonly Row[], changes: readonly Row[]): readonly ArmDay[] {
  const days = new Map<number, ArmDay>()
  const dayOf = (row: Row) => {
    const day = numberOf(row, 'day')
    const known = days.get(day) ?? { day, entered: 0, first: [], later: [] }
    days.set(day, known)
    return known
  }
  for (const row of exposed) if (row.arm === arm) dayOf(row).entered += numberOf(row, 'persons')
  for (const row of changes) if (row.arm === arm) dayOf(row)[row.is_first ? 'first' : 'later'].push(row)
  return [...days.values()].sort((a, b) => a.day - b.day)
}

/** Who changed is taken out as they were, and put in as they are, with those exposed that day. */
function timelineOf(arm: Arm, days: readonly ArmDay[], size: number): TimelineDay[] {
  let moments = zeros(0, size)
  return days.map(({ day, entered, first, later }) => {
    for (const row of later) {
      const rest = unmergeCrossMoments(moments, momentsOf(row, 'before', size))
      moments = mergeCrossMoments(rest, momentsOf(row, 'after', size))
    }
    const active = first.map(row => momentsOf(row, 'after', size)).reduce(mergeCrossMoments, zeros(0, size))
    moments = mergeCrossMoments(moments, mergeCrossMoments(active, zeros(entered - active.n, size)))
    return { day, arm, moments }
  })
}

function zeros(n: number, size: number): CrossMoments {
  return { n, means: Array(size).fill(0), products: Array(size * size).fill(0) }
}

function momentsOf(row: Row, when: 'before' | 'after', size: number): CrossMoments {
  const n = numberOf(row, 'persons')
  const places = Array.from({ length: size }, (_, place) => place)
  return {
    n,
    means: places.map(place => numberOf(row, `${when}_mean_${place}`)),
    products: places.flatMap(place => places.map(other => numberOf(row, `${when}_covariance_${place}_${other}`) * n)),
  }
}
