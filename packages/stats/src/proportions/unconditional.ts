import { binomialLogProbability } from '../distributions/binomial.ts'

/** Tables that count as extreme, for each number of control successes: those with few or with many treatment successes. */
export interface RejectionSet {
  readonly controlN: number
  readonly treatmentN: number
  /** treatment successes up to this; -1 for none */
  readonly atMost: Int32Array
  /** treatment successes from this; treatmentN + 1 for none */
  readonly atLeast: Int32Array
}

const CANDIDATES = 8
const GOLDEN_ROUNDS = 40
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Natural logarithm of the largest probability of the set over the common rate of both arms. The probability, as a
 * function of the angle asin(sqrt(rate)), has no feature narrower than about 1 / (2 sqrt(persons)): a grid four times as
 * dense brackets its peaks, golden-section search sharpens the highest ones. `progress` is told the share of the work that
 * is done, at most fifty times; throw in it to stop.
 */
export function logSupremum(set: RejectionSet, progress?: (share: number) => void): number {
  const steps = 64 + Math.ceil(12 * Math.sqrt(set.controlN + set.treatmentN))
  const probability = counted(logProbabilityOf(set), steps - 1 + CANDIDATES * (GOLDEN_ROUNDS + 2), progress)
  const width = Math.PI / 2 / steps
  const grid = Float64Array.from({ length: steps + 1 }, (_, i) =>
    i === 0 || i === steps ? Number.NEGATIVE_INFINITY : probability(i * width),
  )
  const peaks = [...grid.keys()]
    .filter(i => i > 0 && i < steps && grid[i]! >= grid[i - 1]! && grid[i]! >= grid[i + 1]!)
    .sort((a, b) => grid[b]! - grid[a]!)
    .slice(0, CANDIDATES)
  return Math.min(0, Math.max(...peaks.map(i => goldenMaximum(probability, (i - 1) * width, (i + 1) * width))))
}

function counted(
  f: (angle: number) => number,
  most: number,
  progress: ((share: number) => void) | undefined,
): (angle: number) => number {
  if (!progress) return f
  const chunk = Math.ceil(most / 50)
  let calls = 0
  return angle => {
    calls += 1
    if (calls % chunk === 0) progress(calls / most)
    return f(angle)
  }
}

function goldenMaximum(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
  let [atLeft, atRight] = [f(left), f(right)]
  for (let round = 0; round < GOLDEN_ROUNDS; round += 1) {
    if (atLeft > atRight) {
      high = right
      ;[right, atRight] = [left, atLeft]
      left = high - GOLDEN * (high - low)
      atLeft = f(left)
    } else {
      low = left
      ;[left, atLeft] = [right, atRight]
      right = low + GOLDEN * (high - low)
      atRight = f(right)
    }
  }
  return Math.max(atLeft, atRight)
}

/** log P(set) at an angle: control probabilities times treatment tails, each tail as a multiple of its largest term. */
function logProbabilityOf({ controlN, treatmentN, atMost, atLeast }: RejectionSet): (angle: number) => number {
  const ofControl = logChoices(controlN)
  const ofTreatment = logChoices(treatmentN)
  const lowerSum = new Float64Array(treatmentN + 1)
  const upperSum = new Float64Array(treatmentN + 2)
  const logs = new Float64Array(2 * controlN + 2)
  const sums = new Float64Array(2 * controlN + 2)
  return angle => {
    const logOdds = 2 * (Math.log(Math.sin(angle)) - Math.log(Math.cos(angle)))
    const logAllFail = 2 * (controlN + treatmentN) * Math.log(Math.cos(angle))
    fillTails(lowerSum, upperSum, treatmentN, Math.exp(logOdds))
    for (let x = 0; x <= controlN; x += 1) {
      const [low, high] = [atMost[x]!, atLeast[x]!]
      logs[2 * x] = low < 0 ? Number.NEGATIVE_INFINITY : ofControl[x]! + ofTreatment[low]! + (x + low) * logOdds
      sums[2 * x] = low < 0 ? 0 : lowerSum[low]!
      const isNone = high > treatmentN
      logs[2 * x + 1] = isNone ? Number.NEGATIVE_INFINITY : ofControl[x]! + ofTreatment[high]! + (x + high) * logOdds
      sums[2 * x + 1] = isNone ? 0 : upperSum[high]!
    }
    return logAllFail + logWeightedSum(logs, sums)
  }
}

/** P(X <= k) / P(X = k) and P(X >= k) / P(X = k), by recurrence; both start at 1 from their own end. */
function fillTails(lower: Float64Array, upper: Float64Array, n: number, odds: number): void {
  lower[0] = 1
  for (let k = 1; k <= n; k += 1) lower[k] = Math.min(1e300, 1 + (lower[k - 1]! * k) / ((n - k + 1) * odds))
  upper[n] = 1
  for (let k = n - 1; k >= 0; k -= 1) upper[k] = Math.min(1e300, 1 + (upper[k + 1]! * (n - k) * odds) / (k + 1))
}

/** log of the sum of weights exp(logs), weights 0 or 1 to 1e300: what underflows beside the largest is below 1e-13. */
function logWeightedSum(logs: Float64Array, weights: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logs.length; i += 1) if (logs[i]! > largest) largest = logs[i]!
  let sum = 0
  for (let i = 0; i < logs.length; i += 1) {
    const below = logs[i]! - largest
    if (below > -745) sum += Math.exp(below) * weights[i]!
  }
  return largest + Math.log(sum)
}

function logChoices(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => binomialLogProbability(k, n, 0.5) + n * Math.LN2)
}
