const LARGEST_TOTAL = 2 ** 53

/**
 * Smallest whole number from 1 on that suffices, for a condition that once met stays met: doubles or halves from `start` to a
 * bracket, then bisects, O(log) evaluations. Null where nothing below 2^53 suffices.
 */
export function smallestTotal(suffices: (total: number) => boolean, start: number): number | null {
  let enough = Math.max(1, Math.ceil(start))
  while (!suffices(enough)) {
    enough *= 2
    if (enough > LARGEST_TOTAL) return null
  }
  let tooFew = Math.floor(enough / 2)
  while (tooFew > 0 && suffices(tooFew)) {
    enough = tooFew
    tooFew = Math.floor(tooFew / 2)
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2)
    if (suffices(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}
