import { normalSurvival } from '../distributions/normal.ts'
import type { QuadratureRule } from '../special/gauss-legendre.ts'
import { gaussLegendre } from '../special/gauss-legendre.ts'
import { LOG_SQRT_TWO_PI } from '../special/log-sqrt-two-pi.ts'

/** Paths of a Brownian motion that were inside the bounds at every look so far: masses on points, at `time`. */
export interface InsidePaths {
  readonly time: number
  readonly points: Float64Array
  readonly masses: Float64Array
}

/** A look: its time, the bounds of the motion there, and the mean slope. */
export interface Look {
  readonly time: number
  readonly lower: number
  readonly upper: number
  readonly drift: number
}

/** Beyond so many standard deviations lies less than 1e-20. */
const REACH = 9.5

export const ALL_PATHS: InsidePaths = { time: 0, points: Float64Array.of(0), masses: Float64Array.of(1) }

/** Probabilities that the inside paths leave at this look, below and above. */
export function exitsAt(paths: InsidePaths, { time, lower, upper, drift }: Look): { below: number; above: number } {
  const step = time - paths.time
  const deviation = Math.sqrt(step)
  let [below, above] = [0, 0]
  for (let i = 0; i < paths.points.length; i += 1) {
    const mean = paths.points[i]! + drift * step
    below += paths.masses[i]! * normalSurvival((mean - lower) / deviation)
    above += paths.masses[i]! * normalSurvival((upper - mean) / deviation)
  }
  return { below, above }
}

/**
 * The paths that are still inside after this look (Armitage, McPherson & Rowe 1969; Jennison & Turnbull 2000, ch. 19), on
 * a Gauss-Legendre rule that is dense against the steps before and after it: about 1e-12.
 */
export function passLook(paths: InsidePaths, { time, lower, upper, drift }: Look, nextTime: number): InsidePaths {
  const step = time - paths.time
  const reach = REACH * Math.sqrt(time)
  const from = Math.max(lower, drift * time - reach)
  const to = Math.min(upper, drift * time + reach)
  if (!(from < to)) return { time, points: new Float64Array(0), masses: new Float64Array(0) }
  const finest = Math.sqrt(Math.min(step, nextTime > time ? nextTime - time : step))
  const rule = ruleOf(Math.ceil((1.5 * (to - from)) / finest) + 24)
  const half = (to - from) / 2
  const points = rule.nodes.map(node => from + half * (1 + node))
  const scale = half / Math.sqrt(step)
  const masses = points.map((point, i) => rule.weights[i]! * scale * densityAt(paths, point - drift * step, step))
  return { time, points, masses }
}

function densityAt({ points, masses }: InsidePaths, target: number, step: number): number {
  let density = 0
  for (let i = 0; i < points.length; i += 1) {
    const distance = target - points[i]!
    density += masses[i]! * Math.exp((-distance * distance) / (2 * step) - LOG_SQRT_TWO_PI)
  }
  return density
}

const rules = new Map<number, QuadratureRule>()

function ruleOf(n: number): QuadratureRule {
  const rounded = Math.ceil(n / 8) * 8
  const known = rules.get(rounded)
  if (known) return known
  const rule = gaussLegendre(rounded)
  rules.set(rounded, rule)
  return rule
}
