/** Where a tail stands: the logarithm of its probability and the slope of that logarithm. */
export interface TailAt {
  readonly log: number
  readonly slope: number
}

/**
 * z at which a log-concave tail reaches `target` (a logarithm), by Newton's method from `start`. Newton on a concave
 * function comes from one side after the first step, so that it needs no bracket; beyond |z| = 650 every tail here is a
 * straight line in z, and its step is exact.
 */
export function invertTail(tail: (z: number) => TailAt, target: number, start: number): number {
  let z = start
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < 200; round += 1) {
    const at = tail(z)
    const step = (target - at.log) / at.slope
    if (Number.isNaN(step)) return z
    const size = Math.abs(step)
    if (Math.abs(z) > 650 && Math.abs(z + step) > Math.abs(z)) return z + step
    z = Math.abs(z + step) > 700 ? Math.sign(step) * 690 : z + step
    if (size <= 2.3e-16 * Math.abs(z) || (round > 2 && size >= before && size < 1e-9)) return z
    before = size
  }
  return z
}
