import type { BetaParameters } from '../distributions/beta-exceedance.ts'
import { logBetaPrefactor, regularizedBeta } from '../special/regularized-beta.ts'
import { logGammaPrefactor, regularizedGamma } from '../special/regularized-gamma.ts'
import type { Posterior } from './posterior.ts'

/** Parameters of a Gamma distribution, mean shape / rate. */
export interface GammaParameters {
  readonly shape: number
  readonly rate: number
}

export function betaPosteriorOf({ a, b }: BetaParameters): Posterior {
  const mean = a / (a + b)
  return {
    mean,
    standardDeviation: Math.sqrt((mean * (b / (a + b))) / (a + b + 1)),
    high: 1,
    logDensity: (x, rest) => logBetaPrefactor(a, b, x, rest),
    tails: (x, rest) => regularizedBeta(a, b, x, rest),
  }
}

export function gammaPosteriorOf({ shape, rate }: GammaParameters): Posterior {
  return {
    mean: shape / rate,
    standardDeviation: Math.sqrt(shape) / rate,
    high: Number.POSITIVE_INFINITY,
    logDensity: x => logGammaPrefactor(shape, x * rate),
    tails: x => regularizedGamma(shape, x * rate),
  }
}
