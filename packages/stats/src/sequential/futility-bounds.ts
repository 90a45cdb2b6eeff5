import { normalUpperQuantile } from '../distributions/normal.ts'
import type { SpendingFamily } from './boundary-family.ts'
import { spendingOf } from './boundary-family.ts'
import type { InsidePaths } from './brownian-paths.ts'
import { ALL_PATHS, massBelow, passLook } from './brownian-paths.ts'
import { guardedSecantRoot } from './guarded-secant-root.ts'
import { alphaSpent } from './spending-function.ts'

/** How the chance to miss the planned effect is spent on stopping early; `beta` at most 1 - power. */
export interface Futility {
  readonly family: SpendingFamily
  readonly beta: number
}

const NEGLIGIBLE = 1e-300

/**
 * Futility bounds on z (in the direction of the effect) by beta-spending at a drift (Pampallona, Tsiatis & Kim 2001), for
 * efficacy bounds that stand: at each look the chance of falling below for the first time, without having crossed, is what is
 * newly spent. Never above the efficacy bound; at the last look equal to it; -Infinity where nothing can be spent yet.
 */
export function futilityBounds(
  { times, z, futility }: { times: readonly number[]; z: readonly number[]; futility: Futility },
  drift: number,
): number[] {
  const bounds: number[] = []
  let paths = ALL_PATHS
  let spent = 0
  times.forEach((time, i) => {
    const last = i + 1 === times.length
    const aim = alphaSpent(spendingOf(futility.family), time, futility.beta) - spent
    const bound = last ? z[i]! : boundFor(paths, time, drift, aim, z[i]!)
    bounds.push(bound)
    if (last) return
    const scale = Math.sqrt(time)
    const look = { time, lower: bound * scale, upper: z[i]! * scale, drift }
    spent += massBelow(paths, time, look.lower, drift)
    paths = passLook(paths, look, times[i + 1]!)
  })
  return bounds
}

/** z below which the inside paths stand with probability `aim`; `most` where they do not even there. */
function boundFor(paths: InsidePaths, time: number, drift: number, aim: number, most: number): number {
  if (!(aim > NEGLIGIBLE)) return Number.NEGATIVE_INFINITY
  const scale = Math.sqrt(time)
  const below = (bound: number) => massBelow(paths, time, bound * scale, drift)
  const target = normalUpperQuantile(aim)
  const least = drift * scale - target
  if (!(least < most && below(most) > aim)) return most
  if (paths === ALL_PATHS) return least
  const gap = (bound: number) => target - Math.min(40, normalUpperQuantile(below(bound)))
  return guardedSecantRoot(gap, [least - 1e-9, most], [least, Math.min(most, least + 0.01)])
}
