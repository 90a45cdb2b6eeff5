import type { InsidePaths, Look } from './brownian-paths.ts'
import { ALL_PATHS, exitsAt, massAbove, passLook, USUAL_REACH } from './brownian-paths.ts'

/** Bounds on the z scale at rising times, which may lie beyond 1; either may be infinite. */
export interface Corridor {
  readonly times: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  /** mean of z at time 1; z has mean drift sqrt(t) at time t */
  readonly drift: number
  /** deviations that are followed where no bound is nearer (9.5); more where probabilities below 1e-20 matter */
  readonly reach?: number
}

/** Probabilities of leaving first at each look, below and above, and of never leaving. */
export interface CorridorExits {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly inside: number
}

const SMALLEST_GAP = 1e-8

/**
 * First-exit probabilities of a z process with independent increments from any bounds, by recursive integration (Armitage,
 * McPherson & Rowe 1969): about 1e-12, absolute. Throws a RangeError for times that do not rise from above 0 by 1e-8 or
 * more, bounds that are missing, NaN or crossed, and a drift that is not finite.
 */
export function exitProbabilitiesAt(corridor: Corridor): CorridorExits {
  checkCorridor(corridor)
  const lower: number[] = []
  const upper: number[] = []
  let inside = 1
  walkCorridor(corridor, (paths, look) => {
    const { below, above } = exitsAt(paths, look)
    lower.push(below)
    upper.push(above)
    inside = Math.max(0, massAbove(paths, look.time, look.lower, look.drift) - above)
  })
  return { lower, upper, inside }
}

/** Calls `visit` with the paths that reach each look, and that look. The corridor must be sound. */
export function walkCorridor(
  { times, lower, upper, drift, reach = USUAL_REACH }: Corridor,
  visit: (paths: InsidePaths, look: Look, i: number) => void,
): void {
  let paths = ALL_PATHS
  times.forEach((time, i) => {
    const scale = Math.sqrt(time)
    const look = { time, lower: lower[i]! * scale, upper: upper[i]! * scale, drift, reach }
    visit(paths, look, i)
    if (i + 1 < times.length) paths = passLook(paths, look, times[i + 1]!)
  })
}

function checkCorridor({ times, lower, upper, drift }: Corridor): void {
  const isRising = times.every(
    (time, i) => time - (times[i - 1] ?? 0) >= SMALLEST_GAP && time < Number.POSITIVE_INFINITY,
  )
  if (times.length === 0 || !isRising) throw new RangeError('times must rise from above 0')
  const isOpen = times.every((_, i) => lower[i]! <= upper[i]!)
  if (!isOpen || lower.length !== times.length || upper.length !== times.length) {
    throw new RangeError('each look needs a lower bound that is not above the upper one')
  }
  if (!Number.isFinite(drift)) throw new RangeError('drift must be finite')
}
