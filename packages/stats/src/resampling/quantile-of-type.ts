/** The nine definitions of a sample quantile of Hyndman & Fan (1996); the rest of this package uses type 7. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** a of the position a + p (n + 1 - 2 a) for types 5 to 9, which are symmetric. */
const OFFSETS: Readonly<Record<5 | 6 | 7 | 8 | 9, number>> = { 5: 0.5, 6: 0, 7: 1, 8: 1 / 3, 9: 3 / 8 }
/** A position this near to an integer is that integer, as in R. */
const FUZZ = 4 * 2 ** -52

/** Quantile of a sorted sample by any of the nine types; NaN for an empty sample or a share outside [0, 1]. */
export function quantileOfType(sorted: ArrayLike<number>, share: number, type: QuantileType): number {
  const n = sorted.length
  if (n === 0 || !(share >= 0 && share <= 1)) return Number.NaN
  const position = positionOf(n, share, type)
  const low = Math.floor(position + FUZZ)
  const at = (rank: number) => sorted[Math.min(n - 1, Math.max(0, rank - 1))]!
  const weight = weightOf(position, low, type)
  return weight === 0 ? at(low) : weight === 1 ? at(low + 1) : at(low) + weight * (at(low + 1) - at(low))
}

function positionOf(n: number, share: number, type: QuantileType): number {
  if (type === 3) return n * share - 0.5
  if (type <= 4) return n * share
  const offset = OFFSETS[type as 5 | 6 | 7 | 8 | 9]
  return offset + share * (n + 1 - 2 * offset)
}

function weightOf(position: number, low: number, type: QuantileType): number {
  const isBetween = Math.abs(position - low) >= FUZZ
  if (type === 1) return isBetween ? 1 : 0
  if (type === 2) return isBetween ? 1 : 0.5
  if (type === 3) return isBetween || low % 2 !== 0 ? 1 : 0
  return isBetween ? position - low : 0
}
