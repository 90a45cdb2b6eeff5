import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { Proportion } from './proportion.ts'
import { proportionFault } from './proportion.ts'

/** How far the Wilson interval reaches below and above the observed proportion; both are >= 0. */
export interface WilsonReach {
  readonly below: number
  readonly above: number
}

/**
 * Wilson score interval of a proportion, level 1 - alpha, as fractions (Wilson 1927): the roots of
 * (p - theta)^2 = z^2 theta (1 - theta) / n. Lower is exactly 0 at no successes, upper exactly 1 at n of n.
 */
export function wilsonInterval(proportion: Proportion, alpha: number): Inference<Interval> {
  const fault = proportionFault([proportion], alpha)
  if (fault) return noAnswer(fault)
  const z = normalUpperQuantile(alpha / 2)
  const { successes, n } = proportion
  return answer({
    lower: lowerLimit(successes, n, z),
    upper: successes === n ? 1 : successes / n + wilsonReach(proportion, z).above,
    level: 1 - alpha,
  })
}

/** The distances p - lower and upper - p of the Wilson interval at z, each without cancellation. */
export function wilsonReach({ successes, n }: Proportion, z: number): WilsonReach {
  const failures = n - successes
  const skew = (z * (failures - successes)) / n
  const root = Math.sqrt(z * z + 4 * successes * (failures / n))
  const scale = z / (2 * (n + z * z))
  const product = (z * z * (successes / n) * (failures / n)) / (n + z * z)
  if (skew >= 0) {
    const above = scale * (skew + root)
    return { below: product / above, above }
  }
  const below = scale * (root - skew)
  return { below, above: product / below }
}

function lowerLimit(successes: number, n: number, z: number): number {
  const root = Math.sqrt(z * z + 4 * successes * ((n - successes) / n))
  return (2 * successes * (successes / n)) / (2 * successes + z * z + z * root)
}
