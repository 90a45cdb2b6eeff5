import { bracketedRoot, bracketFrom } from './bracketed-root.ts'

/** A function with one peak on the line, as its logarithm, with the slope of that logarithm. */
export interface Peak {
  readonly log: (z: number) => number
  /** its sign is enough; by differences where it is left out */
  readonly slope?: (z: number) => number
  /** where to look for the peak, and in what steps */
  readonly start: number
  readonly step: number
}

const NEGLIGIBLE_LOG = -42
const MOST_POINTS = 100_000
/** Halving the step squares the error: a change below this leaves nothing to gain. */
const SETTLED = 1e-8

/**
 * Logarithm of the integral over the whole line of exp(log), a function with one peak that is analytic in a strip around
 * the line: the trapezoid rule, which converges exponentially then (Trefethen & Weideman 2014). -Infinity where the
 * function is 0.
 */
export function logLineIntegral(peak: Peak): number {
  const mode = modeOf(peak)
  const top = peak.log(mode)
  if (!(top > Number.NEGATIVE_INFINITY)) return top
  let step = widthOf(peak.log, mode, top) / 4
  let integral = step * gridSum(peak.log, mode, step, top)
  for (let round = 0; round < 8; round += 1) {
    const finer = (integral + step * gridSum(peak.log, mode + step / 2, step, top)) / 2
    const change = Math.abs(finer - integral)
    integral = finer
    step /= 2
    if (change <= SETTLED * finer) break
  }
  return top + Math.log(integral)
}

function modeOf({ log, slope = z => log(z + step / 8) - log(z - step / 8), start, step }: Peak): number {
  const direction = Math.sign(slope(start))
  if (!(Math.abs(direction) > 0)) return start
  const bracket = bracketFrom(slope, start, direction * step)
  return bracket === null ? start : bracketedRoot(slope, bracket[0], bracket[1], 1e-3 * step)
}

/** A distance from the mode over which the logarithm falls by no more than 4 on either side, at most 1. */
function widthOf(log: (z: number) => number, mode: number, top: number): number {
  let width = 1
  while (width > 1e-300 && Math.min(log(mode - width), log(mode + width)) < top - 4) width /= 2
  return width
}

function gridSum(log: (z: number) => number, from: number, step: number, top: number): number {
  let sum = 0
  for (const direction of [1, -1]) {
    for (let i = direction > 0 ? 0 : 1; i < MOST_POINTS; i += 1) {
      const height = log(from + direction * i * step) - top
      if (!(height > NEGLIGIBLE_LOG)) break
      sum += Math.exp(height)
    }
  }
  return sum
}
