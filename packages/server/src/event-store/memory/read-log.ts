import { compareText } from '../compare-text.ts'
import type { EventTiming, MetricMoments, MetricQuery, Readout, ReadoutCell, ReadoutQuery } from '../event-store.ts'
import { crossMomentsOf, momentsOf, sumOf } from './exact-moments.ts'
import type { ExperimentLog, LoggedConversion, LoggedExposure } from './experiment-log.ts'
import { groupBy } from './group-by.ts'
import { isRateSpike } from './is-rate-spike.ts'
import { conflictsOf, identitiesOf, type Person, personsOf } from './persons.ts'

const DAY_MS = 86_400_000

/** Everything of one experiment, one person at a time. */
export function readLog(log: ExperimentLog, query: ReadoutQuery): Readout {
  const persons = personsOf(log)
  const excluded = persons.filter(person => person.isExcluded)
  const spiking = persons.filter(person => !person.isExcluded && isRateSpike(person.events, query.rateSpike))
  const counted = persons.filter(person => !person.isExcluded && !spiking.includes(person))
  const population = counted.filter(({ exposure }) => exposure.arm >= 0 && exposure.arm < query.armCount)
  const heldOut = counted.filter(({ exposure }) => exposure.arm === -1)
  const covariateNames = [...log.covariates.keys()].sort()
  const covariates = covariateNames.length > query.maxCovariates ? [] : covariateNames
  const stratumCount = countStrata(log)
  const byArm = (left: readonly Person[]) => Array.from({ length: query.armCount }, (_, arm) => countArm(left, arm))
  return {
    dataVersion: String(log.lastSequence),
    population: {
      treatedUsers: population.length,
      heldOutUsers: heldOut.length,
      firstExposureAt: [...log.exposures.values()][0]?.receivedAt ?? null,
      manuallyExcludedByArm: byArm(excluded),
      rateSpikeExcludedByArm: byArm(spiking),
      conflicts: conflictsOf(log, query.armCount),
      identities: identitiesOf(log),
    },
    cells: cellsOf(population, { ...query, covariates, hasStrata: stratumCount <= query.maxStrata }),
    heldOut: query.metrics.map(metric => metricMomentsOf(heldOut, metric, query)),
    covariates,
    covariateCount: covariateNames.length,
    stratumCount,
    timing: timingOf(population, query),
  }
}

function countStrata({ strata, stratumCorrections }: ExperimentLog): number {
  return new Set([...strata.values(), ...stratumCorrections.map(({ stratum }) => stratum)]).size
}

function countArm(persons: readonly Person[], arm: number): number {
  return persons.filter(person => person.exposure.arm === arm).length
}

interface CellQuery extends ReadoutQuery {
  readonly covariates: readonly string[]
  readonly hasStrata: boolean
}

function cellsOf(population: readonly Person[], query: CellQuery): ReadoutCell[] {
  const keyed = population.map(person => ({ person, ...cellKeyOf(person, query) }))
  const groups = groupBy(keyed, ({ arm, stratum, hasAllCovariates }) =>
    JSON.stringify([arm, stratum, hasAllCovariates]),
  )
  return [...groups.values()]
    .map(members =>
      cellOf(
        members[0]!,
        members.map(({ person }) => person),
        query,
      ),
    )
    .sort(byCell)
}

type CellKey = Pick<ReadoutCell, 'arm' | 'stratum' | 'hasAllCovariates'>

function cellKeyOf(person: Person, { covariates, hasStrata }: CellQuery): CellKey {
  return {
    arm: person.exposure.arm,
    stratum: hasStrata ? person.stratum : null,
    hasAllCovariates: covariates.length > 0 && covariates.every(name => person.covariates.has(name)),
  }
}

function cellOf(key: CellKey, members: readonly Person[], query: CellQuery): ReadoutCell {
  const { arm, stratum, hasAllCovariates } = key
  const metrics = query.metrics.map(metric => metricMomentsOf(members, metric, query))
  const primary = members.map(person => outcomeOf(person, query.metrics[0], query))
  const covariates = query.covariates.map(name => members.map(person => person.covariates.get(name)!))
  const crossed = hasAllCovariates ? crossMomentsOf([primary, ...covariates]) : null
  return { arm, stratum, hasAllCovariates, metrics, crossed }
}

function byCell(a: CellKey, b: CellKey): number {
  return (
    a.arm - b.arm ||
    Number(a.stratum !== null) - Number(b.stratum !== null) ||
    compareText(a.stratum ?? '', b.stratum ?? '') ||
    Number(a.hasAllCovariates) - Number(b.hasAllCovariates)
  )
}

function metricMomentsOf(members: readonly Person[], metric: MetricQuery, query: ReadoutQuery): MetricMoments {
  return {
    converted: members.filter(person => hasConverted(person, metric, query)).length,
    outcome: momentsOf(members.map(person => outcomeOf(person, metric, query))),
  }
}

function outcomeOf(person: Person, metric: MetricQuery, query: ReadoutQuery): number {
  if (metric.outcome === 'converted') return hasConverted(person, metric, query) ? 1 : 0
  return sumOf(countedEvents(person, metric, query).map(event => event.value))
}

function hasConverted(person: Person, metric: MetricQuery, query: ReadoutQuery): boolean {
  return countedEvents(person, metric, query).some(event => event.value > 0)
}

function countedEvents(person: Person, metric: MetricQuery, query: ReadoutQuery): LoggedConversion[] {
  return person.events.filter(
    event =>
      event.metric === metric.name &&
      !isBeforeExposure(event, person.exposure) &&
      !isAfterWindow(event, person.exposure, query),
  )
}

function isBeforeExposure(event: LoggedConversion, exposure: LoggedExposure): boolean {
  return event.clientTime !== null && exposure.clientTime !== null && event.clientTime < exposure.clientTime
}

function isAfterWindow(event: LoggedConversion, exposure: LoggedExposure, query: ReadoutQuery): boolean {
  if (query.attributionWindowDays === null || event.clientTime === null || exposure.clientTime === null) return false
  return event.clientTime > exposure.clientTime + query.attributionWindowDays * DAY_MS
}

function timingOf(population: readonly Person[], query: ReadoutQuery): EventTiming {
  const events = population.flatMap(({ exposure, events }) =>
    events.filter(event => event.metric === query.metrics[0].name).map(event => ({ event, exposure })),
  )
  const count = (keep: (event: LoggedConversion, exposure: LoggedExposure) => boolean) =>
    events.filter(({ event, exposure }) => keep(event, exposure)).length
  const horizonMs = query.timingHorizonDays * DAY_MS
  const late = count((event, exposure) => timeOf(event) > timeOf(exposure) + horizonMs)
  const outOfOrder = count((event, exposure) => timeOf(event) < timeOf(exposure))
  return {
    total: events.length,
    inWindow: events.length - late - outOfOrder,
    late,
    outOfOrder,
    beforeExposureLeftOut: count(isBeforeExposure),
    afterWindowLeftOut: count((event, exposure) => isAfterWindow(event, exposure, query)),
    withoutClientTime: count((event, exposure) => event.clientTime === null || exposure.clientTime === null),
  }
}

function timeOf(row: LoggedExposure | LoggedConversion): number {
  return row.clientTime ?? row.receivedAt
}
