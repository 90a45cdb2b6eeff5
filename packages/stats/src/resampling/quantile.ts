/** Quantile of a sorted sample by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). */
export function sampleQuantile(sorted: ArrayLike<number>, share: number): number {
  const { low, weight } = quantilePosition(sorted.length, share)
  return interpolate(sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!, weight)
}

/** The quantile lies `weight` of the way from order statistic `low` (0 is the smallest) to the next one. */
export function quantilePosition(n: number, share: number): { readonly low: number; readonly weight: number } {
  const position = share * (n - 1)
  const low = Math.min(n - 1, Math.floor(position))
  return { low, weight: position - low }
}

/** The point `weight` of the way from a to b. */
export function interpolate(a: number, b: number, weight: number): number {
  return weight === 0 ? a : a + weight * (b - a)
}
