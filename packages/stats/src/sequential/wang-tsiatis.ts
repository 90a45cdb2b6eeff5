import { normalUpperQuantile } from '../distributions/normal.ts'
import { secantRoot } from '../special/secant-root.ts'
import { ALL_PATHS, exitsAt, passLook } from './brownian-paths.ts'
import type { LookDesign, SequentialBounds } from './look-design.ts'
import { checkLooks } from './look-design.ts'
import { lookAt } from './spending-bounds.ts'

/** Pocock's (1977) bounds at any looks: the same z at each, such that the chance of ever crossing is alpha. */
export function pocockBounds(design: LookDesign): SequentialBounds {
  return wangTsiatisBounds({ ...design, shape: 0.5 })
}

/**
 * Bounds z_k = c t_k^(shape - 1/2) (Wang & Tsiatis 1987) at any rising times: shape 0 is O'Brien & Fleming's, 1/2
 * Pocock's. c by recursive integration. Throws a RangeError as `spendingBounds` does.
 */
export function wangTsiatisBounds(design: LookDesign & { readonly shape: number }): SequentialBounds {
  checkLooks(design)
  const { times, alpha, sides, shape } = design
  const bounds = (c: number) => times.map(time => c * time ** (shape - 0.5))
  const fixed = normalUpperQuantile(alpha / sides)
  const gap = (c: number) =>
    normalUpperQuantile((crossings({ times, z: bounds(c), sides }).at(-1) ?? 0) / sides) - fixed
  const last = times.at(-1)! ** (0.5 - shape)
  const c = times.length === 1 ? fixed * last : secantRoot(gap, fixed * last * 1.02, fixed * last * 1.12)
  return { z: bounds(c), spent: crossings({ times, z: bounds(c), sides }) }
}

/** Probability of having crossed the bounds by each look, with a drift in units of the z of the whole information. */
export function crossings(
  plan: { readonly times: readonly number[]; readonly z: readonly number[]; readonly sides: 1 | 2 },
  drift = 0,
): number[] {
  let paths = ALL_PATHS
  let crossed = 0
  return plan.times.map((time, i) => {
    const look = lookAt(time, plan.z[i]!, plan.sides, drift)
    const { below, above } = exitsAt(paths, look)
    crossed += below + above
    if (i + 1 < plan.times.length) paths = passLook(paths, look, plan.times[i + 1]!)
    return crossed
  })
}
