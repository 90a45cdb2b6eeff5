import type { EventCount } from '../counts/poisson-rate.ts'
import type { GammaParameters } from './posterior-kinds.ts'

/** The posterior Gamma(shape + events, rate + exposure) of a Poisson rate; the prior has `shape` events in `rate` exposure. */
export function gammaPosterior({ events, exposure }: EventCount, prior: GammaParameters): GammaParameters {
  return { shape: prior.shape + events, rate: prior.rate + exposure }
}
