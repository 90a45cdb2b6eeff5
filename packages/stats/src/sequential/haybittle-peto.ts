import { normalUpperQuantile } from '../distributions/normal.ts'
import { bracketedRoot } from '../special/bracketed-root.ts'
import type { LookDesign, SequentialBounds } from './look-design.ts'
import { checkLooks } from './look-design.ts'
import { crossings } from './wang-tsiatis.ts'

/**
 * One strict z at every look but the last (Haybittle 1971; Peto et al. 1976), and at the last the z that brings the chance of
 * ever crossing to alpha, by recursive integration. Throws a RangeError as `spendingBounds` does, and where the early looks
 * alone spend alpha.
 */
export function haybittlePetoBounds(design: LookDesign & { readonly interimZ: number }): SequentialBounds {
  checkLooks(design)
  const { times, alpha, sides, interimZ } = design
  const bounds = (final: number) => times.map((_, i) => (i + 1 < times.length ? interimZ : final))
  const spentAt = (final: number) => crossings({ times, z: bounds(final), sides, reach: Math.max(9.5, interimZ + 4) })
  const least = normalUpperQuantile(alpha / sides)
  if (times.length === 1) return { z: [least], spent: [alpha] }
  const early = spentAt(Number.POSITIVE_INFINITY).at(-1)!
  if (!(early < alpha)) throw new RangeError('the early looks spend all of alpha')
  const gap = (final: number) => Math.log(spentAt(final).at(-1)!) - Math.log(alpha)
  const most = normalUpperQuantile((alpha - early) / 2 / sides) + 10
  const final = bracketedRoot(gap, least - 1e-9, most)
  return { z: bounds(final), spent: spentAt(final) }
}
