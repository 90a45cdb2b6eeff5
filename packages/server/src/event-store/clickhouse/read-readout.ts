import { NOBODY } from '../empty-readout.ts'
import type { Quarter, Readout, ReadoutQuery } from '../event-store.ts'
import type { PersonQuery } from './person-query.ts'
import { type LeastCell, mergeMetrics, readCells } from './read-cells.ts'
import { readClusters } from './read-clusters.ts'
import { readHistograms } from './read-histograms.ts'
import { type ReadoutNames, readBasics, readNames } from './read-names.ts'
import { readPopulation } from './read-population.ts'
import { readQuarterEnds } from './read-quarter-ends.ts'
import { readTiming } from './read-timing.ts'
import type { Snapshot } from './snapshot.ts'

export async function readReadout(snapshot: Snapshot, query: ReadoutQuery): Promise<Readout> {
  const [names, basics] = await Promise.all([readNames(snapshot, query), readBasics(snapshot)])
  const persons = await quarter(snapshot, query, toPersonQuery(query, names, basics.linkCount))
  const [population, cells, clusters, histograms, timing] = await Promise.all([
    readPopulation(snapshot, persons, basics),
    readCells(snapshot, query, persons),
    query.readsClusters ? readClusters(snapshot, query, persons) : [],
    query.readsHistograms ? readHistograms(snapshot, query, persons) : [],
    readTiming(snapshot, query, persons),
  ])
  const heldOut = cells.filter(({ cell }) => cell.arm === -1).map(({ cell }) => cell.metrics)
  const treated = cells.filter(({ cell }) => cell.arm >= 0)
  return {
    dataVersion: String(snapshot.state.version),
    population,
    cells: treated.map(({ cell }) => cell),
    clusters,
    histograms,
    quarters: quartersOf(persons, treated),
    heldOut: query.metrics.map((_, at) => heldOut.reduce((sum, own) => mergeMetrics(sum, own[at]!), NOBODY)),
    ...names,
    timing,
  }
}

function toPersonQuery(
  query: ReadoutQuery,
  { covariates, stratumCount }: ReadoutNames,
  linkCount: number,
): PersonQuery {
  return {
    ...query,
    hasStrata: stratumCount > 0 && stratumCount <= query.maxStrata,
    covariates,
    quarters: null,
    linkCount,
  }
}

async function quarter(snapshot: Snapshot, { quarteredBy }: ReadoutQuery, persons: PersonQuery): Promise<PersonQuery> {
  const covariate = quarteredBy === null ? -1 : persons.covariates.indexOf(quarteredBy)
  if (covariate === -1) return persons
  return { ...persons, quarters: { covariate, ends: await readQuarterEnds(snapshot, persons, covariate) } }
}

function quartersOf({ quarters }: PersonQuery, cells: readonly LeastCell[]): readonly Quarter[] {
  return (quarters?.ends ?? []).map((greatest, number) => {
    const values = cells.filter(({ cell }) => cell.quarter === number).map(({ leastValue }) => leastValue ?? greatest)
    return { least: values.reduce((least, value) => Math.min(least, value), greatest), greatest }
  })
}
