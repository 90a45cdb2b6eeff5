import { LOG_SQRT_TWO_PI } from './log-sqrt-two-pi.ts'
import { stirlingError } from './stirling-error.ts'

/** Natural logarithm of the beta function B(a, b), a > 0 and b > 0, by Stirling remainders: no loss for large arguments. */
export function logBeta(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return Number.NaN
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  const total = small + large
  const logShare = (small + 0.5) * Math.log(small / total) + (large + 0.5) * Math.log1p(-small / total)
  const remainders = stirlingError(small) + stirlingError(large) - stirlingError(total)
  return LOG_SQRT_TWO_PI + logShare + remainders + 0.5 * Math.log(total) - Math.log(small) - Math.log(large / total)
}
