import { BIGINT, type DuckDBConnection, LIST, listValue, UINTEGER } from '@duckdb/node-api'
import type { Timeline, TimelineQuery } from '../event-store.ts'
import { foldTimeline } from '../fold-timeline.ts'
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
  const days = foldTimeline({ exposed, changes, numberOf }, query.armCount, query.metrics.length)
  return { dataVersion: String(sequence), days }
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
