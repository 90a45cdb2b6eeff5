/** Where a tail stands: the logarithm of its probability and the slope of that logarithm. */
export interface TailAt {
  readonly log: number
  readonly slope: number
}

const STRAIGHT_FROM = 650
const FARTHEST = 690

/**
 * z at which a log-concave tail reaches `target` (a logarithm), by Newton's method from `start`; a step that goes too far
 * is halved until it comes nearer to the target. Where z leaves +-650 towards a tail that is a straight line there
 * (log-odds, log x), the last step is exact.
 */
export function invertTail(tail: (z: number) => TailAt, target: number, start: number): number {
  let z = start
  let at = tail(z)
  for (let round = 0; round < 100; round += 1) {
    const step = (target - at.log) / at.slope
    if (Math.abs(z) > STRAIGHT_FROM && step * z > 0) return z + step
    const next = nearerPoint(tail, target, z, at, within(z + step) - z)
    if (next === null) return z
    z = next.z
    at = next.at
    if (Math.abs(step) <= 2.3e-16 * Math.abs(z)) return z
  }
  return z
}

/** z + step, the step halved until the gap to the target shrinks; null when it no longer does, which is convergence. */
function nearerPoint(tail: (z: number) => TailAt, target: number, z: number, from: TailAt, step: number) {
  const gap = Math.abs(from.log - target)
  for (let part = step; Math.abs(part) > 1e-17 * Math.abs(z) && part !== 0; part /= 2) {
    const at = tail(z + part)
    const nextGap = Math.abs(at.log - target)
    if (nextGap < gap) return { z: z + part, at }
    if (Math.abs(part) < 1e-7 && nextGap <= 4 * gap) return null
  }
  return null
}

function within(z: number): number {
  return Math.min(FARTHEST, Math.max(-FARTHEST, z))
}
