import { BIGINT, type DuckDBConnection, LIST, listValue, UINTEGER } from '@duckdb/node-api'
import { type CrossMoments, mergeCrossMoments, unmergeCrossMoments } from '@verdict/stats'
import type { Arm, Timeline, TimelineDay, TimelineQuery } from '../event-store.ts'
import { linesIf, repeatLines } from '../query-lines.ts'
import { windowInMs } from '../whole-ms.ts'
import { chooseGrouping } from './choose-grouping.ts'
import { findPersons, linkLines } from './find-persons.ts'
import { type PersonNames, readMetricKeys, readRanges } from './read-names.ts'
import { readQuery } from './read-query.ts'
import { numberOf, type Row, selectRows } from './run-query.ts'
import { takeSecondSnapshot } from './second-snapshot.ts'

const EXPOSURE_DAYS = readQuery('exposure-days')
const TIMELINE_CHANGES = readQuery('timeline-changes')
/** No name has this key: they count from 0, and there is not room for so many. */
const NO_KEY = 2 ** 32 - 1

/** The connection stands as for readReadout. */
export async function readTimeline(
  connection: DuckDBConnection,
  query: TimelineQuery,
  sequence: number,
): Promise<Timeline> {
  const names = await readRanges(connection)
  await chooseGrouping(connection, names.greatestUserKey)
  await findPersons(connection, { ...query, readsClusters: false }, names)
  await takeSecondSnapshot(connection)
  const exposed = await selectRows(connection, EXPOSURE_DAYS)
  const changes = await readChanges(connection, query, names, sequence)
  const days = Array.from({ length: query.armCount }, (_, arm) =>
    timelineOf(arm, daysOf(arm, exposed, changes), query.metrics.length),
  ).flat()
  return { dataVersion: String(sequence), days: days.sort((a, b) => a.day - b.day || a.arm - b.arm) }
}

async function readChanges(
  connection: DuckDBConnection,
  { metrics, ...query }: TimelineQuery,
  names: PersonNames,
  sequence: number,
): Promise<readonly Row[]> {
  const keys = (await readMetricKeys(connection, metrics)).map(key => key ?? NO_KEY)
  const places = keys.map((_, place) => place)
  const kinds = [0, 1].flatMap(place => [
    [`sum_${place}`, linesIf(metrics[place]?.outcome === 'sum')] as const,
    [`flag_${place}`, linesIf(metrics[place]?.outcome === 'converted')] as const,
  ])
  const lines = { ...Object.fromEntries(kinds), place: places, other: places, ...linkLines(names) }
  return selectRows(
    connection,
    repeatLines(TIMELINE_CHANGES, lines),
    {
      metrics: listValue(keys),
      ...Object.fromEntries(keys.map((key, place) => [`metric_${place}`, key])),
      sequence: BigInt(sequence),
      window_ms: windowInMs(query),
    },
    { metrics: LIST(UINTEGER), sequence: BIGINT, window_ms: BIGINT },
  )
}

/** What happened to one arm on one day. */
interface ArmDay {
  readonly day: number
  /** Persons exposed that day. */
  entered: number
  /** Those of them with events that day. */
  first: Row | null
  /** Persons exposed before, with events that day. */
  later: Row | null
}

function daysOf(arm: Arm, exposed: readonly Row[], changes: readonly Row[]): readonly ArmDay[] {
  const days = new Map<number, ArmDay>()
  const dayOf = (row: Row) => {
    const day = numberOf(row, 'day')
    const known = days.get(day) ?? { day, entered: 0, first: null, later: null }
    days.set(day, known)
    return known
  }
  for (const row of exposed) if (row.arm === arm) dayOf(row).entered = numberOf(row, 'persons')
  for (const row of changes) if (row.arm === arm) dayOf(row)[row.is_first === true ? 'first' : 'later'] = row
  return [...days.values()].sort((a, b) => a.day - b.day)
}

/** Who changed is taken out as they were, and put in as they are, with those exposed that day. */
function timelineOf(arm: Arm, days: readonly ArmDay[], size: number): TimelineDay[] {
  let moments = zeros(0, size)
  return days.map(({ day, entered, first, later }) => {
    if (later !== null) {
      const rest = unmergeCrossMoments(moments, momentsOf(later, 'before', size))
      moments = mergeCrossMoments(rest, momentsOf(later, 'after', size))
    }
    const active = first === null ? zeros(0, size) : momentsOf(first, 'after', size)
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
