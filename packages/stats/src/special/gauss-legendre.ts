/** Nodes and weights of a Gauss-Legendre rule on [-1, 1]. */
export interface QuadratureRule {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

/** The n-point Gauss-Legendre rule, by Newton's method on the Legendre polynomial from Tricomi's start. */
export function gaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i += 1) {
    let x = Math.cos((Math.PI * (n - i - 0.25)) / (n + 0.5))
    let slope = 1
    for (let round = 0; round < 100; round += 1) {
      const at = legendre(n, x)
      slope = at.slope
      const step = at.value / slope
      x -= step
      if (Math.abs(step) < 1e-15) break
    }
    nodes[i] = x
    weights[i] = 2 / ((1 - x * x) * slope * slope)
  }
  return { nodes, weights }
}

function legendre(n: number, x: number): { value: number; slope: number } {
  let before = 1
  let value = x
  for (let k = 2; k <= n; k += 1) {
    const next = ((2 * k - 1) * x * value - (k - 1) * before) / k
    before = value
    value = next
  }
  return { value, slope: (n * (x * value - before)) / (x * x - 1) }
}
