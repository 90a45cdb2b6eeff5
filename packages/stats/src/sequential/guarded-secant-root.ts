import { bracketedRoot } from '../special/bracketed-root.ts'

/**
 * Root, between two points where the signs differ, of a function that is nearly linear: by the secant method from two
 * guesses, and by bracketing where that leaves the bracket or does not settle.
 */
export function guardedSecantRoot(
  f: (x: number) => number,
  [low, high]: readonly [number, number],
  guesses: readonly [number, number],
): number {
  let [before, x] = guesses
  let valueBefore = f(before)
  for (let round = 0; round < 12 && x >= low && x <= high; round += 1) {
    const value = f(x)
    const step = (value * (x - before)) / (value - valueBefore)
    if (value === 0) return x
    if (!Number.isFinite(step)) break
    before = x
    valueBefore = value
    x -= step
    if (Math.abs(step) <= 1e-13 * Math.abs(x)) return x
  }
  return bracketedRoot(f, low, high)
}
