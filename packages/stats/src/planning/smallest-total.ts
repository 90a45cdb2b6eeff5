const LARGEST_TOTAL = 2 ** 53

/**
 * Smallest whole number from 1 on that suffices, for a condition that once met stays met: steps away from `start` that grow fourfold
 * until the answer lies between two of them, then bisects. Two evaluations where the start is right, O(log) at most. Null
 * where nothing below 2^53 suffices.
 */
export function smallestTotal(suffices: (total: number) => boolean, start: number): number | null {
  const first = Math.max(1, Math.ceil(start))
  const bracket = suffices(first) ? bracketBelow(suffices, first) : bracketAbove(suffices, first)
  if (bracket === null) return null
  let [tooFew, enough] = bracket
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2)
    if (suffices(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

type Bracket = readonly [tooFew: number, enough: number]

function bracketBelow(suffices: (total: number) => boolean, first: number): Bracket {
  let enough = first
  for (let step = 1; ; step *= 4) {
    const fewer = Math.max(0, enough - step)
    if (fewer === 0 || !suffices(fewer)) return [fewer, enough]
    enough = fewer
  }
}

function bracketAbove(suffices: (total: number) => boolean, first: number): Bracket | null {
  let tooFew = first
  for (let step = 1; tooFew + step <= LARGEST_TOTAL; step *= 4) {
    const more = tooFew + step
    if (suffices(more)) return [tooFew, more]
    tooFew = more
  }
  return null
}
