import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { normalUpperQuantile } from '../src/distributions/normal.ts'
import { logBetaPrefactor } from '../src/special/regularized-beta.ts'

/** A seeded stream of random numbers. */
export interface RandomSource {
  /** in (0, 1) */
  uniform(): number
  normal(): number
  /** successes of n trials */
  binomial(n: number, rate: number): number
  /** events of a Poisson process, as a binomial of 10^12 trials */
  poisson(mean: number): number
}

export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed)
  const uniform = () => uniformFloat64(generator) + 2 ** -54
  return {
    uniform,
    normal: () => normalUpperQuantile(uniform()),
    binomial: (n, rate) => binomialFromMode(uniform(), n, rate),
    poisson: mean => binomialFromMode(uniform(), 1e12, mean / 1e12),
  }
}

/** Inversion that sums the probabilities outwards from the mode: about sqrt(n p q) steps. */
function binomialFromMode(u: number, n: number, rate: number): number {
  if (n === 0 || rate <= 0) return 0
  if (rate >= 1) return n
  const mode = Math.min(n, Math.floor((n + 1) * rate))
  const odds = rate / (1 - rate)
  let up = binomialProbability(mode, n, rate)
  let down = up
  let rest = u - up
  let high = mode
  let low = mode
  while (rest > 0 && (high < n || low > 0)) {
    if (high < n) {
      up *= ((n - high) / (high + 1)) * odds
      high += 1
      rest -= up
      if (rest <= 0) return high
    }
    if (low > 0) {
      down *= low / (n - low + 1) / odds
      low -= 1
      rest -= down
      if (rest <= 0) return low
    }
  }
  return mode
}

/** C(n, k) p^k q^(n - k) = x^a y^b / (B(a, b) (n + 1) p q) at a = k + 1, b = n - k + 1. */
function binomialProbability(k: number, n: number, rate: number): number {
  return Math.exp(logBetaPrefactor(k + 1, n - k + 1, rate, 1 - rate)) / ((n + 1) * rate * (1 - rate))
}
