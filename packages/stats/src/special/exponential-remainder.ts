/** exp(x) - 1 - x, without cancellation near 0. */
export function exponentialRemainder(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x
  let sum = 1
  for (let k = 16; k >= 3; k -= 1) sum = 1 + (x / k) * sum
  return ((x * x) / 2) * sum
}
