import { normalDensity, normalSurvival } from '../distributions/normal.ts'
import { gaussLegendre } from '../special/gauss-legendre.ts'
import { LOG_SQRT_TWO_PI } from '../special/log-sqrt-two-pi.ts'

/** Looks at a Brownian motion at times 1, 2, ..., stopped where it leaves (-bound, bound). */
export interface EqualLooks {
  readonly looks: number
  /** in units of one look's standard deviation */
  readonly bound: number
  /** mean increment between looks, in the same units; 0 under the null */
  readonly drift: number
}

/** Probabilities of leaving at each look, and not before, through the lower and the upper bound. */
export interface ExitProbabilities {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/**
 * Exit probabilities by recursive integration of the density of the paths that are still inside (Armitage, McPherson &
 * Rowe 1969; Jennison & Turnbull 2000, ch. 19), by Gauss-Legendre rules dense enough for 1e-12.
 */
export function exitProbabilities({ looks, bound, drift }: EqualLooks): ExitProbabilities {
  const rule = gaussLegendre(Math.ceil(3 * bound) + 24)
  const points = rule.nodes.map(node => node * bound)
  const kernel = stepKernel(points, drift)
  const lower = [normalSurvival(bound + drift)]
  const upper = [normalSurvival(bound - drift)]
  let inside: Float64Array = points.map((point, i) => rule.weights[i]! * bound * normalDensity(point - drift))
  for (let look = 2; look <= looks; look += 1) {
    lower.push(weightedSum(inside, points, point => normalSurvival(bound + point + drift)))
    upper.push(weightedSum(inside, points, point => normalSurvival(bound - point - drift)))
    if (look < looks) inside = advance(inside, kernel, rule.weights, bound)
  }
  return { lower, upper }
}

function stepKernel(points: Float64Array, drift: number): Float64Array {
  const n = points.length
  const kernel = new Float64Array(n * n)
  for (let to = 0; to < n; to += 1) {
    for (let from = 0; from < n; from += 1) {
      const step = points[to]! - points[from]! - drift
      kernel[to * n + from] = Math.exp((-step * step) / 2 - LOG_SQRT_TWO_PI)
    }
  }
  return kernel
}

function weightedSum(masses: Float64Array, points: Float64Array, f: (point: number) => number): number {
  let sum = 0
  for (let i = 0; i < masses.length; i += 1) sum += masses[i]! * f(points[i]!)
  return sum
}

function advance(masses: Float64Array, kernel: Float64Array, weights: Float64Array, bound: number): Float64Array {
  const n = masses.length
  const next = new Float64Array(n)
  for (let to = 0; to < n; to += 1) {
    let density = 0
    for (let from = 0; from < n; from += 1) density += kernel[to * n + from]! * masses[from]!
    next[to] = weights[to]! * bound * density
  }
  return next
}
