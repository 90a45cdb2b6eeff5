import type { Catalogue } from '../../i18n/catalogue.ts'
import type { LiveStats } from './reading.ts'

type MissingPart = keyof Omit<Catalogue['readout']['unavailable'], 'title'>

/** The parts of the read-out that hold no numbers, each by the reason. */
export function missingParts(live: LiveStats): MissingPart[] {
  const parts = [
    cuped(live.cuped.status),
    strata(live),
    live.guardrail.metrics.length === 0 && 'guardrail_none',
    live.secondary.status === 'unavailable' && 'secondary',
    live.holdout.status === 'unavailable' && 'holdout',
  ] as const
  return parts.filter(part => part !== false)
}

function cuped(status: string): MissingPart | false {
  if (status === 'not_applicable') return 'cuped_metric'
  if (status === 'too_many_covariates') return 'cuped_many'
  return status === 'unavailable' && 'cuped_none'
}

function strata({ stratified, metric_type: type }: LiveStats): MissingPart | false {
  if (stratified.status === 'too_many_strata') return 'strata_many'
  if (stratified.status !== 'unavailable') return false
  return type === 'binary' || type === 'continuous' ? 'strata_none' : 'strata_metric'
}
