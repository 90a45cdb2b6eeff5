import type { EventRowsPage } from '../event-store.ts'
import { splitPage } from '../split-page.ts'
import type { ExperimentLog } from './experiment-log.ts'

/** Everything that is stored, by kind. */
export function readRows(log: ExperimentLog): Iterable<EventRowsPage> {
  const first = { isCorrection: false }
  const corrected = { isCorrection: true }
  const exposures = [...log.exposures].map(([userId, { clientTime, ...row }]) => {
    return { userId, occurredAt: clientTime, ...row }
  })
  const values = [...log.covariates].flatMap(([covariate, byUser]) =>
    [...byUser].map(([userId, value]) => ({ userId, covariate, value, ...first })),
  )
  const strata = [...log.strata].map(([userId, stratum]) => ({ userId, stratum, ...first }))
  const pages: readonly EventRowsPage[] = [
    {
      kind: 'conversions',
      rows: log.conversions.map(({ clientTime, ...row }) => ({ ...row, occurredAt: clientTime })),
    },
    { kind: 'erasures', rows: [...log.erased].map(digest => ({ digest })) },
    { kind: 'exclusions', rows: [...log.exclusions].map(([userId, reason]) => ({ userId, reason })) },
    { kind: 'exposures', rows: exposures },
    { kind: 'identities', rows: [...log.links].map(([anonymousId, canonicalId]) => ({ anonymousId, canonicalId })) },
    { kind: 'identity_conflicts', rows: [...log.identityConflicts].map(anonymousId => ({ anonymousId })) },
    { kind: 'pre_period', rows: [...values, ...log.covariateCorrections.map(row => ({ ...row, ...corrected }))] },
    { kind: 'strata', rows: [...strata, ...log.stratumCorrections.map(row => ({ ...row, ...corrected }))] },
  ]
  return pages.flatMap(page => [...splitPage(page)])
}
