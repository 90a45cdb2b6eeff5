import type { Tails } from '../special/tails.ts'

/** R's allowance: a probability that was rounded still finds the value that it came from. */
const SLACK = 64 * 2 ** -52

/** The least integer k from `low` on with P(X <= k) >= p, by doubling from `start` and bisection; NaN outside [0, 1]. */
export function discreteQuantile(
  p: number,
  tails: (k: number) => Tails,
  { low, high, start }: { readonly low: number; readonly high: number; readonly start: number },
): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 1) return high
  return leastInteger(k => tails(k).lower >= p * (1 - SLACK), low, high, start)
}

/** The least integer k with P(X > k) <= q, from an upper tail. */
export function discreteUpperQuantile(
  q: number,
  tails: (k: number) => Tails,
  { low, high, start }: { readonly low: number; readonly high: number; readonly start: number },
): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN
  if (q === 0) return high
  return leastInteger(k => tails(k).upper <= q * (1 + SLACK), low, high, start)
}

function leastInteger(holds: (k: number) => boolean, low: number, high: number, start: number): number {
  let above = Math.min(high, Math.max(low, Math.floor(start)))
  let below = low - 1
  if (holds(above)) {
    for (let step = 1; above - step > below; step *= 2) {
      if (!holds(above - step)) {
        below = above - step
        break
      }
      above -= step
    }
  } else {
    below = above
    above = high
    for (let step = 1; below + step < above; step *= 2) {
      if (holds(below + step)) above = below + step
      else below += step
    }
  }
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2)
    if (holds(middle)) above = middle
    else below = middle
  }
  return above
}
