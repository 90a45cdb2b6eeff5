import { logLineIntegral } from '../special/log-line-integral.ts'
import { logistic } from '../special/logistic.ts'
import { logBetaPrefactor, regularizedBeta } from '../special/regularized-beta.ts'
import type { Tails } from '../special/tails.ts'
import { NO_TAILS, swapTails, tailsFromLogLower } from '../special/tails.ts'

/** Parameters of a Beta distribution. */
export interface BetaParameters {
  readonly a: number
  readonly b: number
}

/** Below it, so much of the mass lies beyond the smallest double that its log-odds cannot be held. */
const SMALLEST_PARAMETER = 0.05

/**
 * P(B <= A) as `lower` and P(B > A) as `upper` for independent Beta variables, each tail with its own digits: the
 * narrower one's density times the other's distribution function, integrated over the log-odds. NaN below 0.05.
 */
export function betaExceedance(a: BetaParameters, b: BetaParameters): Tails {
  if (![a.a, a.b, b.a, b.b].every(parameter => parameter >= SMALLEST_PARAMETER && parameter < 1e300)) return NO_TAILS
  const isBelow = a.a / a.b < b.a / b.b
  const tails = tailsFromLogLower(isBelow ? logGreater(b, a) : logGreater(a, b))
  const other = tails.lower < 0.9 ? null : tailsFromLogLower(isBelow ? logGreater(a, b) : logGreater(b, a))
  const found = other === null ? tails : swapTails(other)
  return isBelow ? found : swapTails(found)
}

/** log P(B > A). */
function logGreater(a: BetaParameters, b: BetaParameters): number {
  const useB = logOddsSpread(b) <= logOddsSpread(a)
  const [density, other] = useB ? [b, a] : [a, b]
  const tail = (x: number, y: number) => {
    const tails = regularizedBeta(other.a, other.b, x, y)
    return useB ? tails.logLower : tails.logUpper
  }
  return logLineIntegral({
    log: z => {
      const [x, y] = [logistic(z), logistic(-z)]
      return logBetaPrefactor(density.a, density.b, x, y) + tail(x, y)
    },
    slope: z => {
      const [x, y] = [logistic(z), logistic(-z)]
      const hazard = Math.exp(logBetaPrefactor(other.a, other.b, x, y) - tail(x, y))
      return density.a * y - density.b * x + (useB ? hazard : -hazard)
    },
    start: Math.log(density.a / density.b),
    step: 0.5 * logOddsSpread(density),
  })
}

/** About the standard deviation of the log-odds. */
export function logOddsSpread({ a, b }: BetaParameters): number {
  return Math.sqrt(1 / a + 1 / b)
}
