const ROOT = Math.sqrt(2 * Math.PI)

/** P(Z > z): Marsaglia's (2004) series in the middle, the continued fraction of the Mills ratio further out. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z)
  const density = Math.exp((-z * z) / 2) / ROOT
  if (z > 4) {
    let fraction = z
    for (let k = 40; k >= 1; k -= 1) fraction = z + k / fraction
    return density / fraction
  }
  let term = z
  let sum = z
  for (let k = 3; sum !== sum + term; k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return 0.5 - density * sum
}

/** The z above which lies a probability below 1/2, by Newton's steps on the logarithm. */
export function normalTailQuantile(tail: number): number {
  let z = Math.sqrt(Math.max(0.1, -2 * Math.log(2 * tail)))
  for (let round = 0; round < 60; round += 1) {
    const probability = normalTail(z)
    const step = (Math.log(probability / tail) * probability) / (Math.exp((-z * z) / 2) / ROOT)
    z += step
    if (Math.abs(step) < 1e-14 * z) break
  }
  return z
}
