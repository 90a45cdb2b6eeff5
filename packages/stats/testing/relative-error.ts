/** |actual - expected| / |expected|; 0 for equal values, Infinity against an expected 0 or where either is not a number. */
export function relativeError(actual: number, expected: number): number {
  if (Object.is(actual, expected) || actual === expected) return 0
  const error = Math.abs(actual - expected) / Math.abs(expected)
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error
}
