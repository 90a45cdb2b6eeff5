import type { Conflicts, Identities } from '../event-store.ts'
import type { ExperimentLog, LoggedConversion, LoggedExposure } from './experiment-log.ts'
import { groupBy } from './group-by.ts'

/** All that is known of one person who was exposed or held out. */
export interface Person {
  readonly exposure: LoggedExposure
  /** Every event of all ids of the person, counted or not. */
  readonly events: readonly LoggedConversion[]
  readonly stratum: string | null
  readonly covariates: ReadonlyMap<string, number>
  readonly isExcluded: boolean
}

/** One for each id, or ids linked together, with an exposure. */
export function personsOf(log: ExperimentLog): Person[] {
  const exposures = groupBy([...log.exposures], ([userId]) => personOf(log, userId))
  const events = groupBy(log.conversions, event => personOf(log, event.userId))
  const strata = strataOf(log)
  const covariates = [...log.covariates.keys()].map(name => [name, valuesOf(log, name)] as const)
  const excluded = new Set([...log.exclusions.keys()].map(userId => personOf(log, userId)))
  return [...exposures].map(([id, rows]) => ({
    exposure: firstOf(rows.map(([, exposure]) => exposure)),
    events: events.get(id) ?? [],
    stratum: strata.get(id) ?? null,
    covariates: new Map(covariates.flatMap(([name, values]) => (values.has(id) ? [[name, values.get(id)!]] : []))),
    isExcluded: excluded.has(id),
  }))
}

/** The first exposure of the user's person. */
export function firstExposureOf(log: ExperimentLog, userId: string): LoggedExposure | null {
  const id = personOf(log, userId)
  const exposures = [...log.exposures].filter(([other]) => personOf(log, other) === id)
  return exposures.length === 0 ? null : firstOf(exposures.map(([, exposure]) => exposure))
}

/** All ids of the id's person, the canonical one first, then by arrival of their links. */
export function idsOf(log: ExperimentLog, userId: string): string[] {
  const id = personOf(log, userId)
  return [id, ...[...log.links].filter(([, canonicalId]) => canonicalId === id).map(([anonymousId]) => anonymousId)]
}

export function stratumOf(log: ExperimentLog, personId: string): string | null {
  return strataOf(log).get(personId) ?? null
}

export function covariatesOf(log: ExperimentLog, personId: string): ReadonlyMap<string, number> {
  const values = [...log.covariates.keys()].map(name => [name, valuesOf(log, name).get(personId)] as const)
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}

export function conflictsOf(log: ExperimentLog, armCount: number): Conflicts {
  const exposed = [...groupBy([...log.exposures], ([userId]) => personOf(log, userId)).values()]
  const arms = exposed.map(rows => new Set(rows.map(([, { arm }]) => arm)))
  const known = arms.map(own => [...own].filter(arm => arm >= 0 && arm < armCount).length)
  const covariates = [...log.covariates].map(([name, values]) =>
    disagreeing(
      log,
      [...values],
      correctedIds(
        log,
        log.covariateCorrections.filter(row => row.covariate === name),
      ),
    ),
  )
  return {
    severalArms: known.filter(count => count > 1).length,
    treatedAndHeldOut: arms.filter((own, at) => own.has(-1) && known[at]! > 0).length,
    severalStrata: disagreeing(log, [...log.strata], correctedIds(log, log.stratumCorrections)).length,
    covariate: new Set(covariates.flat()).size,
    identity: new Set([...log.identityConflicts].map(userId => personOf(log, userId))).size,
  }
}

export function identitiesOf(log: ExperimentLog): Identities {
  const userIds = [...log.exposures.keys(), ...log.conversions.map(event => event.userId)]
  const exposed = groupBy([...log.exposures.keys()], userId => personOf(log, userId))
  return {
    links: log.links.size,
    foldedEvents: userIds.filter(userId => log.links.has(userId)).length,
    mergedPersons: [...exposed.values()].filter(ids => ids.length > 1).length,
  }
}

function personOf(log: ExperimentLog, userId: string): string {
  return log.links.get(userId) ?? userId
}

/** The earliest; of equal times the one that arrived first. */
function firstOf(exposures: readonly LoggedExposure[]): LoggedExposure {
  const timeOf = ({ clientTime, receivedAt }: LoggedExposure) => clientTime ?? receivedAt
  return exposures.reduce((first, next) => (timeOf(next) < timeOf(first) ? next : first))
}

/** By person: the first that was written, unless it was corrected; then the last correction. */
function strataOf(log: ExperimentLog): ReadonlyMap<string, string> {
  const firsts = [...log.strata].reverse().map(([userId, stratum]) => [personOf(log, userId), stratum] as const)
  return new Map([...firsts, ...log.stratumCorrections.map(row => [personOf(log, row.userId), row.stratum] as const)])
}

function valuesOf(log: ExperimentLog, covariate: string): ReadonlyMap<string, number> {
  const firsts = [...log.covariates.get(covariate)!].reverse()
  const corrections = log.covariateCorrections.filter(row => row.covariate === covariate)
  const rows = [...firsts, ...corrections.map(row => [row.userId, row.value] as const)]
  return new Map(rows.map(([userId, value]) => [personOf(log, userId), value]))
}

function correctedIds(log: ExperimentLog, corrections: readonly { readonly userId: string }[]): ReadonlySet<string> {
  return new Set(corrections.map(({ userId }) => personOf(log, userId)))
}

/** The persons of whose ids the rows differ, but for those that were corrected. */
function disagreeing(
  log: ExperimentLog,
  rows: readonly (readonly [userId: string, value: string | number])[],
  corrected: ReadonlySet<string>,
): string[] {
  return [...groupBy(rows, ([userId]) => personOf(log, userId))]
    .filter(([id, own]) => !corrected.has(id) && new Set(own.map(([, value]) => value)).size > 1)
    .map(([id]) => id)
}
