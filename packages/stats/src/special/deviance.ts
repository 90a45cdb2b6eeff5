/** Where |x - m| / (x + m) stays below this, the logarithm would cancel against the difference. */
const SERIES_BELOW = 0.35

/**
 * Saddle-point deviance x log(x / m) + m - x for x, m >= 0, without cancellation where x is near m
 * (Loader 2000, "Fast and accurate computation of binomial probabilities", section 3: his D0 times m).
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m
  const difference = x - m
  if (Math.abs(difference) >= SERIES_BELOW * (x + m)) return x * logRatio(x, m) - difference
  const v = difference / (x + m)
  const square = v * v
  let sum = difference * v
  let term = 2 * x * v
  for (let j = 3; j < 100; j += 2) {
    term *= square
    const next = sum + term / j
    if (next === sum) return sum
    sum = next
  }
  return sum
}

function logRatio(x: number, m: number): number {
  const ratio = x / m
  return ratio > 1e-290 && ratio < 1e290 ? Math.log(ratio) : Math.log(x) - Math.log(m)
}
