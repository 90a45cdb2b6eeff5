import { normalQuantile, normalUpperQuantile } from '../distributions/normal.ts'
import { secantRoot } from '../special/secant-root.ts'
import { exitProbabilities } from './equal-looks.ts'

/** Two-sided symmetric O'Brien-Fleming bounds at equally spaced looks. */
export interface ObrienFlemingBounds {
  /** |z| needed at each look: finalZ sqrt(looks / look) */
  readonly z: readonly number[]
  readonly finalZ: number
  /** probability, under no effect, of having crossed by each look; the last is alpha */
  readonly spent: readonly number[]
}

/**
 * O'Brien & Fleming's (1979) bounds, exact: the final z such that the probability of crossing at any of `looks` equally
 * spaced looks is alpha, by recursive integration. Throws a RangeError unless looks is an integer from 1 and 0 < alpha < 1.
 */
export function obrienFlemingBounds({ looks, alpha }: { looks: number; alpha: number }): ObrienFlemingBounds {
  const finalZ = finalBound(looks, alpha)
  const { lower, upper } = exitProbabilities({ looks, bound: finalZ * Math.sqrt(looks), drift: 0 })
  let crossed = 0
  return {
    z: upper.map((_, i) => finalZ * Math.sqrt(looks / (i + 1))),
    finalZ,
    spent: upper.map((probability, i) => (crossed += probability + lower[i]!)),
  }
}

/**
 * Sample size of the group-sequential design over the fixed one at the same alpha and power: the squared ratio of the
 * drifts, power counted at the upper bound only, as the fixed size formula does (Jennison & Turnbull 2000, section 2.2.3).
 * Throws a RangeError also unless alpha / 2 < power < 1.
 */
export function obrienFlemingInflation(input: { looks: number; alpha: number; power: number }): number {
  const { looks, alpha, power } = input
  if (!(power > alpha / 2 && power < 1)) throw new RangeError('power must lie between alpha / 2 and 1')
  if (looks === 1) return 1
  const bound = finalBound(looks, alpha) * Math.sqrt(looks)
  const target = normalQuantile(power)
  const fixed = normalUpperQuantile(alpha / 2) + target
  const gap = (drift: number) => {
    const { upper } = exitProbabilities({ looks, bound, drift: drift / Math.sqrt(looks) })
    return normalQuantile(sum(upper)) - target
  }
  return (secantRoot(gap, fixed, fixed * 1.02) / fixed) ** 2
}

function finalBound(looks: number, alpha: number): number {
  if (!(Number.isInteger(looks) && looks >= 1)) throw new RangeError('looks must be an integer from 1')
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha must lie between 0 and 1')
  const fixed = normalUpperQuantile(alpha / 2)
  if (looks === 1) return fixed
  const gap = (z: number) => {
    const { lower, upper } = exitProbabilities({ looks, bound: z * Math.sqrt(looks), drift: 0 })
    return normalUpperQuantile((sum(lower) + sum(upper)) / 2) - fixed
  }
  return secantRoot(gap, fixed * 1.01, fixed * 1.04)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
