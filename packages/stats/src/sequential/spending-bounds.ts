import { normalUpperQuantile } from '../distributions/normal.ts'
import { bracketedRoot, bracketFrom } from '../special/bracketed-root.ts'
import type { InsidePaths, Look } from './brownian-paths.ts'
import { ALL_PATHS, exitsAt, passLook, USUAL_REACH } from './brownian-paths.ts'
import type { LookDesign, SequentialBounds } from './look-design.ts'
import { checkLooks } from './look-design.ts'
import type { SpendingFunction } from './spending-function.ts'
import { alphaSpent } from './spending-function.ts'

/** What is less than this is not spent: its bound would lie beyond 37 deviations. */
const NEGLIGIBLE = 1e-300

/**
 * Bounds that spend alpha by a function of the information actually seen (Lan & DeMets 1983), exact by recursive
 * integration: later looks do not change earlier bounds, so that the looks need not be those planned. With two sides each
 * spends alpha / 2. Throws a RangeError for times that do not rise within (0, 1], or alpha outside (0, 1).
 */
export function spendingBounds(design: LookDesign & { readonly spending: SpendingFunction }): SequentialBounds {
  checkLooks(design)
  const { times, alpha, sides, spending } = design
  const z: number[] = []
  const spent: number[] = []
  const reach = reachFor(design)
  let paths = ALL_PATHS
  let spentBefore = 0
  times.forEach((time, i) => {
    const aim = sides * alphaSpent(spending, time, alpha / sides)
    const bound = boundFor(paths, time, sides, aim - spentBefore)
    const look = { ...lookAt(time, bound, sides), reach }
    const { below, above } = exitsAt(paths, look)
    spentBefore += below + above
    spent.push(spentBefore)
    z.push(bound)
    if (i + 1 < times.length) paths = passLook(paths, look, times[i + 1]!)
  })
  return { z, spent }
}

/** Deviations within which lie the paths of the rarest exit that is still spent. */
function reachFor({ times, alpha, sides, spending }: LookDesign & { readonly spending: SpendingFunction }): number {
  const spent = times.map(time => alphaSpent(spending, time, alpha / sides))
  const steps = spent.map((share, i) => share - (spent[i - 1] ?? 0)).filter(step => step > NEGLIGIBLE)
  return Math.max(USUAL_REACH, normalUpperQuantile(Math.min(0.5, ...steps)) + 4)
}

/** The look at `time` whose z bound is `bound`, under no effect unless a drift is given. */
export function lookAt(time: number, bound: number, sides: 1 | 2, drift = 0): Look {
  const upper = bound * Math.sqrt(time)
  return { time, lower: sides === 2 ? -upper : Number.NEGATIVE_INFINITY, upper, drift }
}

/** The z bound at which the paths leave with this probability; Infinity where it is none. */
export function boundFor(paths: InsidePaths, time: number, sides: 1 | 2, increment: number): number {
  if (!(increment > NEGLIGIBLE)) return Number.POSITIVE_INFINITY
  const start = normalUpperQuantile(Math.min(0.5, increment / sides))
  if (paths === ALL_PATHS) return normalUpperQuantile(increment / sides)
  const gap = (bound: number) => {
    const { below, above } = exitsAt(paths, lookAt(time, bound, sides))
    return Math.log(below + above) - Math.log(increment)
  }
  const bracket = bracketFrom(gap, start, gap(start) > 0 ? 0.05 : -0.05)
  return bracket === null ? Number.POSITIVE_INFINITY : bracketedRoot(gap, bracket[0], bracket[1])
}
