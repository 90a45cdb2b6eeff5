import { digestOfId } from '../digest-of-id.ts'
import { type ExperimentLog, keepConversions } from './experiment-log.ts'
import { idsOf } from './persons.ts'

/** Takes every row of the person out; false when there is none. */
export function erasePerson(log: ExperimentLog, userId: string): boolean {
  const ids = new Set(idsOf(log, userId))
  if (!isStored(log, ids)) return false
  for (const id of ids) {
    log.erased.add(digestOfId(id))
    const byUser = [log.exposures, log.strata, log.links, log.exclusions, log.identityConflicts]
    for (const rows of [...byUser, ...log.covariates.values()]) rows.delete(id)
  }
  keepConversions(log, row => !ids.has(row.userId))
  log.covariateCorrections = log.covariateCorrections.filter(row => !ids.has(row.userId))
  log.stratumCorrections = log.stratumCorrections.filter(row => !ids.has(row.userId))
  return true
}

function isStored(log: ExperimentLog, ids: ReadonlySet<string>): boolean {
  const keyed = [log.exposures, log.strata, log.links, log.exclusions, ...log.covariates.values()]
  return keyed.some(rows => [...ids].some(id => rows.has(id))) || log.conversions.some(({ userId }) => ids.has(userId))
}
