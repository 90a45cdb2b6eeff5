/**
 * Root of a continuous function between two points where its signs differ, by Chandrupatla's method (1997, *Advances in
 * Engineering Software* 28): inverse quadratic steps where they are safe, halving elsewhere. Both ends must be finite.
 */
export function bracketedRoot(f: (x: number) => number, first: number, second: number, tolerance = 1e-15): number {
  let a = first
  let b = second
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  let t = 0.5
  for (let round = 0; round < 200; round += 1) {
    const x = a + t * (b - a)
    const fx = f(x)
    const sameSide = fx > 0 === fa > 0
    const c = sameSide ? a : b
    const fc = sameSide ? fa : fb
    if (!sameSide) {
      b = a
      fb = fa
    }
    a = x
    fa = fx
    const best = Math.abs(fa) < Math.abs(fb) ? a : b
    const least = (4.4e-16 * Math.abs(best) + tolerance) / Math.abs(b - a)
    if (fa === 0 || !(least < 0.5)) return best
    t = Math.min(1 - least, Math.max(least, nextShare(a, b, c, fa, fb, fc)))
  }
  return a
}

/** Moves from a start in growing steps while f keeps its sign; the pair of points around the change, or null. */
export function bracketFrom(f: (x: number) => number, start: number, step: number): readonly [number, number] | null {
  const positive = f(start) > 0
  let near = start
  let width = step
  for (let round = 0; round < 60; round += 1) {
    const far = near + width
    if (f(far) > 0 !== positive) return [near, far]
    near = far
    width *= 2
  }
  return null
}

function nextShare(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const xi = (a - b) / (c - b)
  const phi = (fa - fb) / (fc - fb)
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
}
