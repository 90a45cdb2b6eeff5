import { logLineIntegral } from '../special/log-line-integral.ts'
import { logistic } from '../special/logistic.ts'
import type { Posterior } from './posterior.ts'

/**
 * log E[(B - A) where B > A]: the integral over x of P(A <= x) P(B > x), which are both tails of their own and lose no
 * digits. With a `weighted` B, whose tail is E[1/B where B > x], it is E[(1 - A/B) where B > A].
 */
export function logExpectedExcess(a: Posterior, b: Posterior): number {
  const isUnit = a.high === 1
  const narrow = a.standardDeviation <= b.standardDeviation ? a : b
  return logLineIntegral({
    log: z => {
      const [x, rest] = isUnit ? [logistic(z), logistic(-z)] : [Math.exp(z), Number.POSITIVE_INFINITY]
      const logMeasure = isUnit ? Math.log(x) + Math.log(rest) : z
      return logMeasure + a.tails(x, rest).logLower + b.tails(x, rest).logUpper
    },
    start: isUnit ? Math.log(narrow.mean / (1 - narrow.mean)) : Math.log(narrow.mean),
    step: Math.min(1, narrow.standardDeviation / Math.min(narrow.mean, isUnit ? 1 - narrow.mean : narrow.mean)),
  })
}
