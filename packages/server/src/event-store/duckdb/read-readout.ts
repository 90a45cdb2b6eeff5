import { BIGINT, type DuckDBConnection } from '@duckdb/node-api'
import type { EventTiming, Population, Readout, ReadoutQuery } from '../event-store.ts'
import { chooseGrouping } from './choose-grouping.ts'
import { findPersons } from './find-persons.ts'
import { readCells } from './read-cells.ts'
import { type ReadoutNames, readNames } from './read-names.ts'
import { readQuery, repeatLines } from './read-query.ts'
import { numberOf, selectRows } from './run-query.ts'
import type { SnapshotQuery } from './snapshot-query.ts'
import { daysInMs, windowInMs } from './whole-ms.ts'

const POPULATION = readQuery('population')
const EVENT_TIMING = readQuery('event-timing')

const NO_EVENTS: EventTiming = {
  total: 0,
  inWindow: 0,
  late: 0,
  outOfOrder: 0,
  beforeExposureLeftOut: 0,
  afterWindowLeftOut: 0,
  withoutClientTime: 0,
}

export function emptyReadout({ armCount }: ReadoutQuery): Readout {
  return {
    dataVersion: '0',
    population: {
      treatedUsers: 0,
      heldOutUsers: 0,
      firstExposureAt: null,
      rateSpikeExcludedByArm: Array(armCount).fill(0),
    },
    cells: [],
    covariates: [],
    covariateCount: 0,
    stratumCount: 0,
    timing: NO_EVENTS,
  }
}

/** The connection stands in the experiment's schema, in a transaction whose newest row of the experiment has the sequence. */
export async function readReadout(
  connection: DuckDBConnection,
  query: ReadoutQuery,
  sequence: number,
): Promise<Readout> {
  const names = await readNames(connection, query)
  await chooseGrouping(connection, names.greatestUserKey)
  await findPersons(connection, query, names)
  const population = await readPopulation(connection, query)
  // DuckDB has no statistics of uncommitted rows, and joins with persons take twice as long without. What is committed in
  // between has greater sequences, which the queries below leave out: together they see the first transaction's snapshot.
  await connection.run('commit; begin transaction')
  return {
    dataVersion: String(sequence),
    population,
    cells: await readCells(connection, { ...query, sequence }, names),
    covariates: names.covariates.map(({ name }) => name),
    covariateCount: names.covariateCount,
    stratumCount: names.stratumCount,
    timing: await readTiming(connection, { ...query, sequence }, names),
  }
}

async function readPopulation(connection: DuckDBConnection, { armCount }: ReadoutQuery): Promise<Population> {
  const rows = await selectRows(connection, POPULATION)
  const rateSpikeExcludedByArm: number[] = Array(armCount).fill(0)
  let treatedUsers = 0
  let heldOutUsers = 0
  for (const row of rows) {
    const arm = numberOf(row, 'arm')
    const persons = numberOf(row, 'persons')
    const excluded = numberOf(row, 'rate_spikes')
    if (arm === -1) heldOutUsers = persons
    if (arm < 0 || arm >= armCount) continue
    treatedUsers += persons - excluded
    rateSpikeExcludedByArm[arm] = excluded
  }
  const [first] = rows
  const firstExposureAt = first === undefined ? null : numberOf(first, 'first_received_at')
  return { treatedUsers, heldOutUsers, firstExposureAt, rateSpikeExcludedByArm }
}

async function readTiming(
  connection: DuckDBConnection,
  query: SnapshotQuery,
  { metricKeys }: ReadoutNames,
): Promise<EventTiming> {
  const metric = metricKeys[0]!
  if (metric === null) return NO_EVENTS
  const values = {
    sequence: BigInt(query.sequence),
    window_ms: windowInMs(query),
    horizon_ms: daysInMs(query.timingHorizonDays),
  }
  const [row] = await selectRows(connection, repeatLines(EVENT_TIMING, { metric: [metric] }), values, {
    sequence: BIGINT,
    window_ms: BIGINT,
    horizon_ms: BIGINT,
  })
  const count = (column: string) => numberOf(row!, column)
  const late = count('late') + count('late_by_receipt')
  const outOfOrder = count('out_of_order') + count('out_of_order_by_receipt')
  return {
    total: count('total'),
    inWindow: count('total') - late - outOfOrder,
    late,
    outOfOrder,
    beforeExposureLeftOut: count('out_of_order'),
    afterWindowLeftOut: count('after_window'),
    withoutClientTime: count('without_client_time'),
  }
}
