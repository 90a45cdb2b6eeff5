import { normalQuantile, normalUpperQuantile } from '../distributions/normal.ts'
import { secantRoot } from '../special/secant-root.ts'
import { ALL_PATHS, exitsAt, passLook } from './brownian-paths.ts'
import type { LookDesign, SequentialBounds } from './look-design.ts'
import { checkLooks } from './look-design.ts'
import { lookAt } from './spending-bounds.ts'

/**
 * Sample size of a group-sequential design over the fixed one at the same alpha and power: the squared ratio of the drifts;
 * power is counted at the upper bound only (Jennison & Turnbull 2000, section 2.2.3). The last look is at time 1. Throws a
 * RangeError as `spendingBounds` does, and unless alpha / sides < power < 1.
 */
export function sequentialInflation(
  design: LookDesign & { readonly power: number },
  { z }: Pick<SequentialBounds, 'z'>,
): number {
  checkLooks(design)
  const { times, alpha, sides, power } = design
  if (!(power > alpha / sides && power < 1)) throw new RangeError('power must lie between alpha and 1')
  if (times.at(-1) !== 1) throw new RangeError('the last look must be at time 1')
  const target = normalQuantile(power)
  const fixed = normalUpperQuantile(alpha / sides) + target
  if (times.length === 1) return 1
  const gap = (drift: number) => normalQuantile(crossedAbove(design, z, drift)) - target
  return (secantRoot(gap, fixed, fixed * 1.05) / fixed) ** 2
}

function crossedAbove({ times, sides }: LookDesign, z: readonly number[], drift: number): number {
  let paths = ALL_PATHS
  let crossed = 0
  times.forEach((time, i) => {
    const look = lookAt(time, z[i]!, sides, drift)
    crossed += exitsAt(paths, look).above
    if (i + 1 < times.length) paths = passLook(paths, look, times[i + 1]!)
  })
  return crossed
}
