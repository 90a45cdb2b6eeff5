import { normalSurvival } from '../distributions/normal.ts'
import type { QuadratureRule } from '../special/gauss-legendre.ts'
import { gaussLegendre } from '../special/gauss-legendre.ts'

/** Paths of a Brownian motion that were inside the bounds at every look so far: masses on rising points, at `time`. */
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
  /** deviations that are followed; more than the usual where probabilities below 1e-20 matter */
  readonly reach?: number
}

/** Beyond so many standard deviations lies less than 1e-20. */
export const USUAL_REACH = 9.5

const INVERSE_SQRT_TWO_PI = 0.3989422804014327
const LARGEST_PANEL = 200
const POINTS_PER_DEVIATION = 2

export const ALL_PATHS: InsidePaths = { time: 0, points: Float64Array.of(0), masses: Float64Array.of(1) }

/** Probabilities that the inside paths leave at this look, below and above. */
export function exitsAt(paths: InsidePaths, { time, lower, upper, drift }: Look): { below: number; above: number } {
  return { below: massBelow(paths, time, lower, drift), above: massAbove(paths, time, upper, drift) }
}

/** Probability that the inside paths stand above `level` at `time`. */
export function massAbove(paths: InsidePaths, time: number, level: number, drift: number): number {
  const step = time - paths.time
  const deviation = Math.sqrt(step)
  let sum = 0
  for (let i = 0; i < paths.points.length; i += 1) {
    const distance = (level - drift * step - paths.points[i]!) / deviation
    if (distance < 39) sum += paths.masses[i]! * normalSurvival(distance)
  }
  return sum
}

/** Probability that they stand below it. */
export function massBelow(paths: InsidePaths, time: number, level: number, drift: number): number {
  const step = time - paths.time
  const deviation = Math.sqrt(step)
  let sum = 0
  for (let i = 0; i < paths.points.length; i += 1) {
    const distance = (paths.points[i]! + drift * step - level) / deviation
    if (distance < 39) sum += paths.masses[i]! * normalSurvival(distance)
  }
  return sum
}

/**
 * The paths that are still inside after this look (Armitage, McPherson & Rowe 1969; Jennison & Turnbull 2000, ch. 19), on
 * Gauss-Legendre rules that are dense against the steps before and after it: about 1e-12.
 */
export function passLook(paths: InsidePaths, look: Look, nextTime: number): InsidePaths {
  const { time, lower, upper, drift, reach = USUAL_REACH } = look
  const step = time - paths.time
  const from = Math.max(lower, drift * time - reach * Math.sqrt(time))
  const to = Math.min(upper, drift * time + reach * Math.sqrt(time))
  if (!(from < to)) return { time, points: new Float64Array(0), masses: new Float64Array(0) }
  const finest = Math.sqrt(Math.min(step, nextTime > time ? nextTime - time : step))
  const { nodes, weights } = panelsOn(from, to, finest)
  return { time, points: nodes, masses: spreadMasses(paths, nodes, weights, { step, drift, reach }) }
}

/** Weight times density at each node, from sources within reach of it. */
function spreadMasses(
  { points, masses }: InsidePaths,
  nodes: Float64Array,
  weights: Float64Array,
  { step, drift, reach }: { step: number; drift: number; reach: number },
): Float64Array {
  const band = reach * Math.sqrt(step)
  const rate = -0.5 / step
  const scale = INVERSE_SQRT_TWO_PI / Math.sqrt(step)
  const result = new Float64Array(nodes.length)
  let first = 0
  for (let to = 0; to < nodes.length; to += 1) {
    const centre = nodes[to]! - drift * step
    while (first < points.length && points[first]! < centre - band) first += 1
    let density = 0
    for (let i = first; i < points.length; i += 1) {
      const distance = points[i]! - centre
      if (distance > band) break
      density += masses[i]! * Math.exp(rate * distance * distance)
    }
    result[to] = weights[to]! * scale * density
  }
  return result
}

/** One rule on [from, to], or several side by side where one would be large. */
function panelsOn(from: number, to: number, finest: number): QuadratureRule {
  const panels = Math.ceil((POINTS_PER_DEVIATION * (to - from)) / finest / LARGEST_PANEL)
  const half = (to - from) / panels / 2
  const rule = ruleOf(pointsFor((2 * half) / finest))
  const size = rule.nodes.length
  const nodes = new Float64Array(panels * size)
  const weights = new Float64Array(panels * size)
  for (let panel = 0; panel < panels; panel += 1) {
    const centre = from + half * (2 * panel + 1)
    for (let i = 0; i < size; i += 1) {
      nodes[panel * size + i] = centre + half * rule.nodes[i]!
      weights[panel * size + i] = half * rule.weights[i]!
    }
  }
  return { nodes, weights }
}

/** Points that a width, in deviations of the finest step, needs: crowded ends make up for fewer where it is short. */
function pointsFor(width: number): number {
  return Math.ceil(Math.max(1.5 * width + 24, POINTS_PER_DEVIATION * width + 8))
}

const rules = new Map<number, QuadratureRule>()

function ruleOf(n: number): QuadratureRule {
  const grain = n <= 64 ? 8 : n <= 128 ? 16 : 32
  const rounded = Math.ceil(n / grain) * grain
  const known = rules.get(rounded)
  if (known) return known
  const rule = gaussLegendre(rounded)
  rules.set(rounded, rule)
  return rule
}
