import { normalUpperQuantile } from '../distributions/normal.ts'
import { exitsAt, USUAL_REACH } from './brownian-paths.ts'
import { walkCorridor } from './exit-probabilities-at.ts'
import { guardedSecantRoot } from './guarded-secant-root.ts'
import type { LookDesign, SequentialBounds } from './look-design.ts'
import { checkLooks } from './look-design.ts'

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
  if (!Number.isFinite(shape)) throw new RangeError('shape must be finite')
  const bounds = (c: number) => times.map(time => c * time ** (shape - 0.5))
  const reach = Math.max(USUAL_REACH, normalUpperQuantile(alpha / sides) + 4)
  const spentAt = (c: number) => crossings({ times, z: bounds(c), sides, reach })
  const c = times.length === 1 ? onlyLook(design) : finalScale(design, c => spentAt(c).at(-1)!)
  return { z: bounds(c), spent: spentAt(c) }
}

function onlyLook({ times, alpha, sides, shape }: LookDesign & { readonly shape: number }): number {
  return normalUpperQuantile(alpha / sides) * times[0]! ** (0.5 - shape)
}

/** c between the one that lets the last look alone spend alpha, and the one that shares it between the looks. */
function finalScale(
  { times, alpha, sides, shape }: LookDesign & { readonly shape: number },
  spentAt: (c: number) => number,
): number {
  const scales = times.map(time => time ** (0.5 - shape))
  const alone = normalUpperQuantile(alpha / sides)
  const shared = normalUpperQuantile(alpha / sides / times.length)
  const least = alone * scales.at(-1)!
  const most = Math.max(...scales.map(scale => shared * scale))
  const bracket = [least - 1e-9, most + 1e-9] as const
  const guess = (share: number) => least + share * (most - least)
  return guardedSecantRoot(c => gapInZ(spentAt(c) / sides, alone), bracket, [guess(0.1), guess(0.3)])
}

/** How far a probability is from that of z, in z; finite also where the probability is 0. */
function gapInZ(probability: number, z: number): number {
  return Math.min(40, normalUpperQuantile(Math.min(1, probability))) - z
}

/**
 * Probability of having crossed the bounds by each look, with a drift in units of the z of the whole information. `reach` as
 * in `exitProbabilitiesAt`.
 */
export function crossings(
  plan: {
    readonly times: readonly number[]
    readonly z: readonly number[]
    readonly sides: 1 | 2
    readonly reach?: number
  },
  drift = 0,
): number[] {
  const { times, z, sides, reach = USUAL_REACH } = plan
  const lower = z.map(bound => (sides === 2 ? -bound : Number.NEGATIVE_INFINITY))
  const crossed: number[] = []
  walkCorridor({ times, lower, upper: z, drift, reach }, (paths, look, i) => {
    const { below, above } = exitsAt(paths, look)
    crossed.push((crossed[i - 1] ?? 0) + below + above)
  })
  return crossed
}
