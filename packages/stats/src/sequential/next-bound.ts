import { ALL_PATHS, exitsAt, passLook, USUAL_REACH } from './brownian-paths.ts'
import { boundFor, lookAt } from './spending-bounds.ts'

/** The looks that were taken so far, and the one that is due. */
export interface NextLook {
  /** information of each look that was taken, rising, on any scale, and its z bound */
  readonly taken: readonly { readonly time: number; readonly z: number }[]
  /** information now, on the same scale; may lie beyond what was planned */
  readonly time: number
  /** alpha of all sides to have been spent by this look */
  readonly spendBy: number
  readonly sides: 1 | 2
}

/**
 * The z bound of a look at the information it really has, given the bounds of the looks before it: what was planned to be
 * spent by now, less what they have really spent (Lan & DeMets 1983; Jennison & Turnbull 2000, section 7.2.1). Infinity where
 * nothing is left to spend. Throws a RangeError for times that do not rise, or a share outside [0, 1).
 */
export function nextBound({ taken, time, spendBy, sides }: NextLook): number {
  const times = [...taken.map(look => look.time), time]
  if (!times.every((each, i) => each > (times[i - 1] ?? 0))) throw new RangeError('times must rise from above 0')
  if (!(spendBy >= 0 && spendBy < 1)) throw new RangeError('spendBy must lie between 0 and 1')
  let paths = ALL_PATHS
  let spent = 0
  taken.forEach(({ time: at, z }, i) => {
    const look = { ...lookAt(at, z, sides), reach: USUAL_REACH }
    const { below, above } = exitsAt(paths, look)
    spent += below + above
    paths = passLook(paths, look, times[i + 1]!)
  })
  return boundFor(paths, time, sides, spendBy - spent)
}
