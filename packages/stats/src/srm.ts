import { chiSquareLogSurvival, chiSquareSurvival } from './distributions/chi-square.ts'
import type { Inference } from './inference.ts'
import { answer, noAnswer } from './inference.ts'

export interface SampleRatioTest {
  readonly chiSquare: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  /** expected persons per arm */
  readonly expected: readonly number[]
}

/**
 * Sample ratio mismatch: Pearson's chi-square of the persons seen per arm against the planned split (Pearson 1900;
 * Fabijan et al. 2019). `weights` may have any positive scale. Nobody at all: `zero_total`; one arm:
 * `no_degrees_of_freedom`.
 */
export function sampleRatioTest(observed: readonly number[], weights: readonly number[]): Inference<SampleRatioTest> {
  if (![...observed, ...weights].every(Number.isFinite)) return noAnswer('not_finite')
  if (observed.length !== weights.length || observed.some(n => n < 0) || weights.some(w => w <= 0)) {
    return noAnswer('out_of_range')
  }
  if (observed.length < 2) return noAnswer('no_degrees_of_freedom')
  const total = sum(observed)
  if (total === 0) return noAnswer('zero_total')
  const allWeights = sum(weights)
  const expected = weights.map(weight => (total * weight) / allWeights)
  const chiSquare = sum(observed.map((n, i) => (n - expected[i]!) ** 2 / expected[i]!))
  const degreesOfFreedom = observed.length - 1
  return answer({
    chiSquare,
    degreesOfFreedom,
    pValue: chiSquareSurvival(chiSquare, degreesOfFreedom),
    pValueLog10: chiSquareLogSurvival(chiSquare, degreesOfFreedom) / Math.LN10,
    expected,
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
