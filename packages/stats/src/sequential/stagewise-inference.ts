import { normalLogSurvival, normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { bracketFrom } from '../special/bracketed-root.ts'
import { massAbove, massBelow, USUAL_REACH } from './brownian-paths.ts'
import { walkCorridor } from './exit-probabilities-at.ts'
import { guardedSecantRoot } from './guarded-secant-root.ts'
import { remembered } from './remembered.ts'

/** A sequential test that ended at the last of `times`, by a bound or by its end. */
export interface StoppedTest {
  /** information fractions of the looks that were made, rising */
  readonly times: readonly number[]
  /** bounds on z at the looks before the last one; further ones are not read; -Infinity or Infinity where there is none */
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  /** z at the last look */
  readonly z: number
  /** the interval has level 1 - alpha */
  readonly alpha: number
}

/** Inference that allows for the looks. Estimate and limits are drifts: effect = drift x (standard error at time 1). */
export interface StagewiseInference {
  /** two-sided: twice the smaller one-sided p-value */
  readonly pValue: number
  readonly pValueLog10: number
  /** P(a result at least as far up), under no effect */
  readonly upperPValue: number
  /** median-unbiased */
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly level: number
}

/** Probabilities of results at least as far up, and down, in the stagewise ordering. */
interface Tail {
  readonly up: number
  readonly down: number
}

const FARTHEST_Z = 1e6

/**
 * p-value, median-unbiased estimate and interval after a group-sequential test, by the stagewise ordering (Tsiatis, Rosner &
 * Mehta 1984): ending above at an earlier look is further up than any result later, ending below at one further down. The
 * futility bounds of `lower` are taken as obeyed; give -Infinity (or minus the upper bound) where they were overruled. Reasons:
 * `not_finite`, `out_of_range` for looks, bounds or an alpha that cannot be.
 */
export function stagewiseInference(stop: StoppedTest): Inference<StagewiseInference> {
  if (!Number.isFinite(stop.z)) return noAnswer('not_finite')
  if (!isSound(stop)) return noAnswer('out_of_range')
  const { up, down } = tailsAt(stop, 0)
  const quantile = normalUpperQuantile(stop.alpha / 2)
  return answer({
    pValue: Math.min(1, 2 * Math.min(up, down)),
    pValueLog10: Math.min(0, Math.LN2 + smallerLog(stop, up, down)) / Math.LN10,
    upperPValue: up,
    estimate: driftWhere(stop, 0),
    lower: driftWhere(stop, quantile),
    upper: driftWhere(stop, -quantile),
    level: 1 - stop.alpha,
  })
}

function isSound({ times, lower, upper, z, alpha }: StoppedTest): boolean {
  const isRising = times.length > 0 && times.every((time, i) => time - (times[i - 1] ?? 0) >= 1e-8)
  const isOpen = times.slice(0, -1).every((_, i) => lower[i]! < upper[i]!)
  return isRising && Number.isFinite(times.at(-1)) && isOpen && isLevel(alpha) && Math.abs(z) <= FARTHEST_Z
}

function tailsAt(stop: StoppedTest, drift: number): Tail {
  const { times, z } = stop
  const last = times.length - 1
  const bounds = (values: readonly number[]) => times.map((_, i) => (i === last ? z : values[i]!))
  const excess = Math.abs(z - drift * Math.sqrt(times[last]!))
  const reach = Math.min(41, Math.max(USUAL_REACH, excess + 4))
  let [up, down] = [0, 0]
  walkCorridor({ times, lower: bounds(stop.lower), upper: bounds(stop.upper), drift, reach }, (paths, look) => {
    up += massAbove(paths, look.time, look.upper, drift)
    down += massBelow(paths, look.time, look.lower, drift)
  })
  return { up, down }
}

/** Logarithm of the smaller tail; where it underflows no earlier look can have ended there, so that it is z's own. */
function smallerLog({ z }: StoppedTest, up: number, down: number): number {
  const smaller = Math.min(up, down)
  return smaller > 0 ? Math.log(smaller) : normalLogSurvival(Math.abs(z))
}

/** The drift at which results this far up have the probability of a normal value above `target`. */
function driftWhere(stop: StoppedTest, target: number): number {
  const gap = remembered(drift => {
    const { up, down } = tailsAt(stop, drift)
    const asZ = up < down ? normalUpperQuantile(up) : -normalUpperQuantile(Math.min(0.5, down))
    return Math.max(-40, Math.min(40, asZ)) - target
  })
  const scale = Math.sqrt(stop.times.at(-1)!)
  const start = (stop.z - target) / scale
  const bracket = bracketFrom(gap, start, (gap(start) > 0 ? 0.1 : -0.1) / scale)
  if (bracket === null) return Number.NaN
  return guardedSecantRoot(gap, [Math.min(...bracket), Math.max(...bracket)], bracket)
}
