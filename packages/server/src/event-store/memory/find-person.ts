import { compareText } from '../compare-text.ts'
import type { EventStanding, PersonQuery, PersonRecord } from '../event-store.ts'
import type { ExperimentLog, LoggedConversion, LoggedExposure } from './experiment-log.ts'
import { isRateSpike } from './is-rate-spike.ts'
import { isAfterWindow, isBeforeExposure } from './outcomes.ts'
import { covariatesOf, firstExposureOf, idsOf, stratumOf } from './persons.ts'

/** What is stored of the id's person; null when that is nothing. */
export function findPerson(log: ExperimentLog, query: PersonQuery): PersonRecord | null {
  const [canonicalId, ...anonymousIds] = idsOf(log, query.userId)
  const ids = [canonicalId!, ...anonymousIds]
  const first = firstExposureOf(log, query.userId)
  const exposures = [...log.exposures].filter(([userId]) => ids.includes(userId))
  const events = log.conversions.filter(({ userId }) => ids.includes(userId))
  const covariates = [...covariatesOf(log, canonicalId!)].sort(([a], [b]) => compareText(a, b))
  const excluded = [...log.exclusions].filter(([userId]) => ids.includes(userId))
  const stratum = stratumOf(log, canonicalId!)
  if ([anonymousIds, exposures, events, covariates, excluded].every(rows => rows.length === 0) && stratum === null) {
    return null
  }
  return {
    canonicalId: canonicalId!,
    anonymousIds,
    exposures: exposures.map(([userId, row]) => ({ userId, ...row, decides: row === first })),
    stratum,
    covariates: covariates.map(([covariate, value]) => ({ covariate, value })),
    excludedIds: excluded
      .map(([userId, reason]) => ({ userId, reason }))
      .sort((a, b) => compareText(a.userId, b.userId)),
    isRateSpike: isRateSpike(events, query.rateSpike),
    events: events.slice(-query.maxEvents).map(event => listed(event, first, query)),
    eventCount: events.length,
  }
}

function listed(event: LoggedConversion, first: LoggedExposure | null, query: PersonQuery) {
  const { idempotencyKey: _, ...shown } = event
  return { ...shown, standing: standingOf(event, first, query) }
}

function standingOf(event: LoggedConversion, first: LoggedExposure | null, query: PersonQuery): EventStanding {
  if (first === null) return 'not_exposed'
  if (isBeforeExposure(event, first)) return 'before_exposure'
  return isAfterWindow(event, first, query) ? 'after_window' : 'counted'
}
