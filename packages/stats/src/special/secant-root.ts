/** Root of a nearly linear function by the secant method, from two starting points; gives the last point where it stalls. */
export function secantRoot(f: (x: number) => number, first: number, second: number): number {
  let before = first
  let valueBefore = f(first)
  let x = second
  for (let round = 0; round < 60; round += 1) {
    const value = f(x)
    const step = (value * (x - before)) / (value - valueBefore)
    if (value === 0 || !Number.isFinite(step)) return x
    before = x
    valueBefore = value
    x -= step
    if (Math.abs(step) <= 1e-14 * Math.abs(x)) return x
  }
  return x
}
