import { binomialLogProbability } from '../distributions/binomial.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { TwoProportions } from './two-proportions.ts'
import { sizeTwoProportions } from './two-proportions.ts'

const EXACT_UP_TO = 500
const SLACK = 1 + 1e-7

/**
 * Persons per arm, equal arms, for Fisher's exact test. Where the z test needs at most 500: the first n from there on whose
 * exact power reaches `power` (power is a saw-tooth, so each n is tried). Above: the approximation of Casagrande, Pike &
 * Smith (1978), ceil(n_z / 4 (1 + sqrt(1 + 4 / (n_z |p2 - p1|)))^2).
 */
export function sizeFisher(input: TwoProportions & { readonly power: number }): Inference<number> {
  const seed = sizeTwoProportions(input)
  if (!seed.ok) return seed
  const n = seed.value
  const delta = Math.abs(input.treatment - input.baseline)
  if (n > EXACT_UP_TO) return answer(Math.ceil((n / 4) * (1 + Math.sqrt(1 + 4 / (n * delta))) ** 2))
  for (let size = Math.max(2, n); size <= 5 * n + 100; size += 1) {
    if (powerFisher({ ...input, controlN: size, treatmentN: size }) >= input.power) return answer(size)
  }
  return noAnswer('out_of_range')
}

/**
 * Exact power of Fisher's two-sided test (p < alpha): the probability of all tables that reject, walked by the total of
 * successes within 9 deviations: about (n_c + n_t) steps.
 */
export function powerFisher(
  input: TwoProportions & { readonly controlN: number; readonly treatmentN: number },
): number {
  const { baseline, treatment, alpha, controlN, treatmentN } = input
  const center = baseline * controlN + treatment * treatmentN
  const reach = 9 * Math.sqrt(baseline * (1 - baseline) * controlN + treatment * (1 - treatment) * treatmentN) + 9
  const last = Math.min(controlN + treatmentN, Math.ceil(center + reach))
  let power = 0
  for (let successes = Math.max(0, Math.floor(center - reach)); successes <= last; successes += 1) {
    const cut = rejectionCut(successes, controlN, treatmentN, alpha)
    power += rejectedMass(input, successes, cut)
  }
  return Math.min(1, power)
}

/** Treatment successes up to `below` and from `above` reject, given the total; `low` and `high` bound what counts. */
interface Cut {
  readonly low: number
  readonly below: number
  readonly above: number
  readonly high: number
}

/** Adds the least probable tables from both ends, equal ones together, while their sum stays below alpha. */
function rejectionCut(successes: number, controlN: number, treatmentN: number, alpha: number): Cut {
  const low = Math.max(0, successes - controlN)
  const high = Math.min(treatmentN, successes)
  const weights = hypergeometricWeights(successes, controlN, treatmentN)
  let [left, right, sum] = [low, high, 0]
  while (left <= right) {
    const limit = Math.min(weights[left - low]!, weights[right - low]!) * SLACK
    let [nextLeft, nextRight] = [left, right]
    while (nextLeft <= nextRight && weights[nextLeft - low]! <= limit) sum += weights[nextLeft++ - low]!
    while (nextRight >= nextLeft && weights[nextRight - low]! <= limit) sum += weights[nextRight-- - low]!
    if (!(sum < alpha)) break
    left = nextLeft
    right = nextRight
  }
  return { low, below: left - 1, above: right + 1, high }
}

/** Probabilities of all tables with this total under no effect, by recurrence from the mode. */
function hypergeometricWeights(successes: number, controlN: number, treatmentN: number): Float64Array {
  const low = Math.max(0, successes - controlN)
  const high = Math.min(treatmentN, successes)
  const weights = new Float64Array(high - low + 1)
  const ratio = (k: number) => ((successes - k) / (k + 1)) * ((treatmentN - k) / (controlN - successes + k + 1))
  const mode = Math.floor(((treatmentN + 1) * (successes + 1)) / (controlN + treatmentN + 2))
  weights[mode - low] = 1
  let total = 1
  for (let k = mode; k < high; k += 1) total += weights[k + 1 - low] = weights[k - low]! * ratio(k)
  for (let k = mode; k > low; k -= 1) total += weights[k - 1 - low] = weights[k - low]! / ratio(k - 1)
  return weights.map(weight => weight / total)
}

/** Probability, at the two rates, of the tables with this total that reject. */
function rejectedMass(
  {
    baseline,
    treatment,
    controlN,
    treatmentN,
  }: TwoProportions & { readonly controlN: number; readonly treatmentN: number },
  successes: number,
  { low, below, above, high }: Cut,
): number {
  const log = (k: number) =>
    binomialLogProbability(k, treatmentN, treatment) + binomialLogProbability(successes - k, controlN, baseline)
  const odds = (treatment / (1 - treatment)) * ((1 - baseline) / baseline)
  const ratio = (k: number) => odds * ((successes - k) / (k + 1)) * ((treatmentN - k) / (controlN - successes + k + 1))
  const massBetween = (from: number, to: number) => {
    if (from > to) return 0
    const peak = peakBetween(from, to, ratio)
    let sum = Math.exp(log(peak))
    for (let k = peak, term = sum; k < to && term > 0; k += 1) sum += term *= ratio(k)
    for (let k = peak, term = Math.exp(log(peak)); k > from && term > 0; k -= 1) sum += term /= ratio(k - 1)
    return sum
  }
  return massBetween(low, below) + massBetween(above, high)
}

/** Where terms with these falling ratios of neighbours are largest. */
function peakBetween(from: number, to: number, ratio: (k: number) => number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (ratio(middle) > 1) low = middle + 1
    else high = middle
  }
  return low
}
