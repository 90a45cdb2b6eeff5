import { compareText } from '../compare-text.ts'
import type {
  EventTiming,
  MetricMoments,
  MetricQuery,
  Quarter,
  Readout,
  ReadoutCell,
  ReadoutQuery,
} from '../event-store.ts'
import { clustersOf } from './clusters.ts'
import { crossMomentsOf, momentsOf } from './exact-moments.ts'
import type { ExperimentLog, LoggedConversion, LoggedExposure } from './experiment-log.ts'
import { groupBy } from './group-by.ts'
import { histogramsOf } from './histograms.ts'
import { dayOf, hasConverted, isAfterWindow, isBeforeExposure, outcomeOf, timeOf } from './outcomes.ts'
import { conflictsOf, identitiesOf, type Person } from './persons.ts'
import { countedPersons } from './population.ts'
import { quarterOf, quartersOf } from './quarters.ts'

const DAY_MS = 86_400_000

/** Everything of one experiment, one person at a time. */
export function readLog(log: ExperimentLog, query: ReadoutQuery): Readout {
  const { population, heldOut, excluded, spiking } = countedPersons(log, query)
  const covariateNames = [...log.covariates.keys()].sort()
  const covariates = covariateNames.length > query.maxCovariates ? [] : covariateNames
  const stratumCount = log.stratumNames.size
  const quarteredBy = covariates.find(name => name === query.quarteredBy) ?? null
  const quarters = quartersOf(population, quarteredBy)
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
    cells: cellsOf(population, {
      ...query,
      covariates,
      hasStrata: stratumCount <= query.maxStrata,
      quarteredBy,
      quarters,
    }),
    clusters: query.readsClusters ? clustersOf(population, query) : [],
    histograms: query.readsHistograms ? histogramsOf(population, query) : [],
    quarters,
    heldOut: query.metrics.map(metric => metricMomentsOf(heldOut, metric, query)),
    covariates,
    covariateCount: covariateNames.length,
    stratumCount,
    timing: timingOf(population, query),
  }
}

function countArm(persons: readonly Person[], arm: number): number {
  return persons.filter(person => person.exposure.arm === arm).length
}

interface CellQuery extends ReadoutQuery {
  readonly covariates: readonly string[]
  readonly hasStrata: boolean
  readonly quarters: readonly Quarter[]
}

function cellsOf(population: readonly Person[], query: CellQuery): ReadoutCell[] {
  const keyed = population.map(person => ({ person, ...cellKeyOf(person, query) }))
  const groups = groupBy(keyed, ({ arm, stratum, quarter, hasAllCovariates, exposureDay }) =>
    JSON.stringify([arm, stratum, quarter, hasAllCovariates, exposureDay]),
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

type CellKey = Pick<ReadoutCell, 'arm' | 'stratum' | 'quarter' | 'hasAllCovariates' | 'exposureDay'>

function cellKeyOf(person: Person, { covariates, hasStrata, quarteredBy, quarters }: CellQuery): CellKey {
  const quartered = quarteredBy === null ? undefined : person.covariates.get(quarteredBy)
  return {
    arm: person.exposure.arm,
    stratum: hasStrata ? person.stratum : null,
    quarter: quartered === undefined ? null : quarterOf(quartered, quarters),
    hasAllCovariates: covariates.length > 0 && covariates.every(name => person.covariates.has(name)),
    exposureDay: dayOf(timeOf(person.exposure)),
  }
}

function cellOf(key: CellKey, members: readonly Person[], query: CellQuery): ReadoutCell {
  const { arm, stratum, quarter, hasAllCovariates, exposureDay } = key
  const metrics = query.metrics.map(metric => metricMomentsOf(members, metric, query))
  const primary = members.map(person => outcomeOf(person, query.metrics[0], query))
  const covariates = query.covariates.map(name => members.map(person => person.covariates.get(name)!))
  const other = query.pairedWith === null ? [] : [query.metrics[query.pairedWith]!]
  const outcomes = [primary, ...other.map(metric => members.map(person => outcomeOf(person, metric, query)))]
  const crossed = hasAllCovariates ? crossMomentsOf([...outcomes, ...covariates]) : null
  const paired = query.pairedWith === null ? null : crossMomentsOf(outcomes)
  return { arm, stratum, quarter, hasAllCovariates, exposureDay, metrics, crossed, paired }
}

function byCell(a: CellKey, b: CellKey): number {
  return (
    a.arm - b.arm ||
    Number(a.stratum !== null) - Number(b.stratum !== null) ||
    compareText(a.stratum ?? '', b.stratum ?? '') ||
    (a.quarter ?? -1) - (b.quarter ?? -1) ||
    Number(a.hasAllCovariates) - Number(b.hasAllCovariates) ||
    a.exposureDay - b.exposureDay
  )
}

function metricMomentsOf(members: readonly Person[], metric: MetricQuery, query: ReadoutQuery): MetricMoments {
  return {
    converted: members.filter(person => hasConverted(person, metric, query)).length,
    outcome: momentsOf(members.map(person => outcomeOf(person, metric, query))),
  }
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
