import { BIGINT, type DuckDBConnection, INTEGER } from '@duckdb/node-api'
import type { EventTiming, Population, RateSpikeRule, Readout, ReadoutQuery } from '../event-store.ts'
import { readCells } from './read-cells.ts'
import { type ReadoutNames, readNames } from './read-names.ts'
import { readQuery } from './read-query.ts'
import { numberOf, selectRows } from './run-query.ts'
import { daysInMs, minutesInMs } from './whole-ms.ts'

const RATE_SPIKES = readQuery('rate-spikes')
const POPULATION = readQuery('population')
const EVENT_TIMING = readQuery('event-timing')

export function emptyReadout(query: ReadoutQuery): Readout {
  return {
    dataVersion: '0',
    population: {
      treatedUsers: 0,
      heldOutUsers: 0,
      firstExposureAt: null,
      rateSpikeExcludedByArm: Array(query.armCount).fill(0),
    },
    cells: [],
    covariates: [],
    covariateCount: 0,
    stratumCount: 0,
    timing: {
      total: 0,
      inWindow: 0,
      late: 0,
      outOfOrder: 0,
      beforeExposureLeftOut: 0,
      afterWindowLeftOut: 0,
      withoutClientTime: 0,
    },
  }
}

/** The connection stands in the experiment's schema, in a transaction. */
export async function readReadout(
  connection: DuckDBConnection,
  query: ReadoutQuery,
  sequence: number,
): Promise<Readout> {
  const names = await readNames(connection, query)
  await findRateSpikes(connection, query.rateSpike)
  return {
    dataVersion: String(sequence),
    population: await readPopulation(connection, query),
    cells: await readCells(connection, query, names),
    covariates: names.covariates.map(({ name }) => name),
    covariateCount: names.covariateCount,
    stratumCount: names.stratumCount,
    timing: await readTiming(connection, query, names),
  }
}

/** Leaves the persons in the temporary table rate_spikes. */
async function findRateSpikes(connection: DuckDBConnection, rule: RateSpikeRule | null): Promise<void> {
  if (rule === null) {
    await connection.run('create or replace temp table rate_spikes(person_key uinteger)')
    return
  }
  await connection.run(
    RATE_SPIKES,
    { max_events: rule.maxEvents, window_ms: minutesInMs(rule.windowMinutes) },
    { max_events: INTEGER, window_ms: BIGINT },
  )
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
  query: ReadoutQuery,
  names: ReadoutNames,
): Promise<EventTiming> {
  const [row] = await selectRows(connection, EVENT_TIMING, {
    arm_count: query.armCount,
    metric_0: names.metricKeys[0] ?? null,
    window_ms: query.attributionWindowDays === null ? null : daysInMs(query.attributionWindowDays),
    horizon_ms: daysInMs(query.timingHorizonDays),
  })
  const [total, late, outOfOrder] = [numberOf(row!, 'total'), numberOf(row!, 'late'), numberOf(row!, 'out_of_order')]
  return {
    total,
    inWindow: total - late - outOfOrder,
    late,
    outOfOrder,
    beforeExposureLeftOut: numberOf(row!, 'before_exposure_left_out'),
    afterWindowLeftOut: numberOf(row!, 'after_window_left_out'),
    withoutClientTime: numberOf(row!, 'without_client_time'),
  }
}
