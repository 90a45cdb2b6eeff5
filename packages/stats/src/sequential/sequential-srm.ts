import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { deviance } from '../special/deviance.ts'
import { stirlingError } from '../special/stirling-error.ts'

/** Sample ratio test that may be read at any moment. */
export interface SequentialSampleRatioTest {
  /** logarithm of the e-value: the odds against the planned split, from even odds */
  readonly logEValue: number
  /** always-valid p-value at this moment, min(1, 1 / e), not the running minimum */
  readonly pValue: number
  readonly pValueLog10: number
}

/** Weight of the planned split in the prior of the alternative, in persons; Lindon and Malek's implementation uses it. */
export const SRM_CONCENTRATION = 10_000

/**
 * Sequential sample ratio mismatch (Lindon & Malek 2022, "Anytime-valid inference for multinomial count data", eq. 7): the
 * Dirichlet-multinomial over the planned multinomial, from the counts alone. With prior a_i = concentration x share_i:
 * e = Gamma(A) / Gamma(A + N) x product of Gamma(a_i + n_i) / Gamma(a_i) / share_i^n_i, by saddle-point deviances, so
 * that counts of 10^9 lose nothing. Reasons as `sampleRatioTest`; nobody at all is p = 1.
 */
export function sequentialSampleRatioTest(
  observed: readonly number[],
  weights: readonly number[],
  concentration = SRM_CONCENTRATION,
): Inference<SequentialSampleRatioTest> {
  if (![...observed, ...weights, concentration].every(Number.isFinite)) return noAnswer('not_finite')
  const isSound = observed.every(n => n >= 0) && weights.every(weight => weight > 0) && concentration > 0
  if (!isSound || observed.length !== weights.length) return noAnswer('out_of_range')
  if (observed.length < 2) return noAnswer('no_degrees_of_freedom')
  const allWeights = sum(weights)
  const shares = weights.map(weight => weight / allWeights)
  const prior = shares.map(share => concentration * share)
  const posterior = prior.map((a, i) => a + observed[i]!)
  const total = concentration + sum(observed)
  const deviances = sum(posterior.map((a, i) => deviance(a, total * shares[i]!)))
  const logEValue = deviances + logGammaRest(posterior, total) - logGammaRest(prior, concentration)
  const logP = Math.min(0, -logEValue)
  return answer({ logEValue, pValue: Math.exp(logP), pValueLog10: logP / Math.LN10 })
}

/** Gross faults of the split show early under the first, small ones late under the last. */
const MIXED_CONCENTRATIONS = [30, 1000, 30_000]

/**
 * The same with the mean of the e-values of three concentrations (30, 1,000, 30,000), which is an e-value too: a broken split
 * is found early, a small bias in the end, at a cost of ln 3 in the evidence.
 */
export function mixedSampleRatioTest(
  observed: readonly number[],
  weights: readonly number[],
): Inference<SequentialSampleRatioTest> {
  const logs: number[] = []
  for (const concentration of MIXED_CONCENTRATIONS) {
    const test = sequentialSampleRatioTest(observed, weights, concentration)
    if (!test.ok) return test
    logs.push(test.value.logEValue)
  }
  const most = Math.max(...logs)
  const logEValue = most + Math.log(sum(logs.map(log => Math.exp(log - most))) / logs.length)
  const logP = Math.min(0, -logEValue)
  return answer({ logEValue, pValue: Math.exp(logP), pValueLog10: logP / Math.LN10 })
}

/** What Stirling's formula leaves of the sum of log Gamma(a_i) - log Gamma(total) beside the deviances. */
function logGammaRest(parameters: readonly number[], total: number): number {
  return sum(parameters.map(restOf)) - restOf(total)
}

function restOf(a: number): number {
  return stirlingError(a) - Math.log(a) / 2
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
