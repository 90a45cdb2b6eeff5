import { logLineIntegral } from '../special/log-line-integral.ts'
import { logistic } from '../special/logistic.ts'
import type { Posterior } from './posterior.ts'

/** log P(Y > slope X + shift) or log P(Y <= slope X + shift), slope > 0, X and Y independent posteriors of one kind. */
export function logBeyondLine(
  x: Posterior,
  y: Posterior,
  line: { readonly slope: number; readonly shift: number },
  side: 'above' | 'below',
): number {
  const { slope, shift } = line
  if (x.standardDeviation * slope <= y.standardDeviation) return logMeanTail(x, y, line, side)
  // Looked at from Y: X lies on the other side of the same line.
  return logMeanTail(y, x, { slope: 1 / slope, shift: -shift / slope }, side === 'above' ? 'below' : 'above')
}

/**
 * log of the mean, over X, of Y's tail beyond slope X + shift: X's density, the narrower one, times that tail, over the part
 * of X's range that the line maps into Y's; the rest of X's mass is certain.
 */
function logMeanTail(
  x: Posterior,
  y: Posterior,
  { slope, shift }: { readonly slope: number; readonly shift: number },
  side: 'above' | 'below',
): number {
  const low = Math.min(x.high, Math.max(0, -shift / slope))
  const high = Math.min(x.high, Math.max(0, (y.high - shift) / slope))
  const certain = side === 'above' ? x.tails(low, x.high - low).logLower : x.tails(high, x.high - high).logUpper
  if (!(low < high)) return certain
  const part = rangeOf(x.high, low, high)
  const atLow = low > 0 ? 0 : shift
  const atHigh = high < x.high ? 0 : y.high - slope * x.high - shift
  const integral = logLineIntegral({
    log: z => {
      const { value, rest, above, below, logStretch } = part(z)
      const tails = y.tails(atLow + slope * above, atHigh + slope * below)
      return x.logDensity(value, rest) + logStretch + (side === 'above' ? tails.logUpper : tails.logLower)
    },
    start: startOf(x, low, high),
    step: stepOf(x, low, high),
  })
  return logSum(certain, integral)
}

interface RangePoint {
  readonly value: number
  /** high end of the whole range less the value */
  readonly rest: number
  /** distances from the ends of the part, without cancellation */
  readonly above: number
  readonly below: number
  /** log of d(part's coordinate) against the whole's */
  readonly logStretch: number
}

/** Maps the line onto (low, high): by log-odds of the share of the way, or by the logarithm of the distance from low. */
function rangeOf(whole: number, low: number, high: number): (z: number) => RangePoint {
  if (high === Number.POSITIVE_INFINITY) {
    return z => {
      const above = Math.exp(z)
      const value = low + above
      return { value, rest: high, above, below: high, logStretch: low === 0 ? 0 : z - Math.log(value) }
    }
  }
  const width = high - low
  return z => {
    const above = width * logistic(z)
    const below = width * logistic(-z)
    const value = low + above
    const rest = whole - high + below
    const isWhole = low === 0 && high === whole
    const stretch = () => Math.log((above / value) * (below / width)) - (whole === 1 ? Math.log(rest) : 0)
    return { value, rest, above, below, logStretch: isWhole ? 0 : stretch() }
  }
}

function startOf({ mean, standardDeviation }: Posterior, low: number, high: number): number {
  const width = Math.min(high - low, 1e300)
  const inside = Math.min(low + 0.999 * width, Math.max(low + Math.min(0.001 * width, standardDeviation), mean))
  return high === Number.POSITIVE_INFINITY ? Math.log(inside - low) : Math.log((inside - low) / (high - inside))
}

/** A standard deviation, in the coordinate of the line. */
function stepOf(x: Posterior, low: number, high: number): number {
  const nearest = Math.min(x.mean - low, high - x.mean)
  return nearest > 0 ? Math.min(1, x.standardDeviation / nearest) : 1
}

function logSum(a: number, b: number): number {
  const large = Math.max(a, b)
  return large === Number.NEGATIVE_INFINITY ? large : large + Math.log1p(Math.exp(Math.min(a, b) - large))
}
