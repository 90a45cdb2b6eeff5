import { hypergeometric } from '../distributions/hypergeometric.ts'
import { latticeLogAtLeast, latticeLogCdf } from '../distributions/lattice.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { Alternative, OneSidedTest } from '../one-sided-test.ts'
import { oneSidedTest } from '../one-sided-test.ts'
import { newcombeInterval } from './newcombe.ts'
import { pooledZTest } from './pooled-z.ts'
import type { Proportion } from './proportion.ts'
import { ratioFault } from './ratio-of-rates.ts'

export interface OneSidedOptions {
  readonly alpha: number
  readonly alternative: Alternative
}

/** A one-sided exact p-value. */
export interface OneSidedP {
  readonly pValue: number
  readonly pValueLog10: number
}

/** The pooled z test of one side, with Newcombe's one-sided bound at level 1 - alpha. Degenerate input: as `pooledZTest`. */
export function pooledZOneSidedTest(
  control: Proportion,
  treatment: Proportion,
  options: OneSidedOptions,
): Inference<OneSidedTest> {
  if (!(options.alpha < 0.5)) return noAnswer('out_of_range')
  const test = pooledZTest(control, treatment, options.alpha)
  if (!test.ok) return test
  const interval = newcombeInterval(control, treatment, 2 * options.alpha)
  if (!interval.ok) return interval
  const found = oneSidedTest(test.value.effect, test.value.standardError, Number.POSITIVE_INFINITY, options)
  const bound = options.alternative === 'greater' ? { lower: interval.value.lower } : { upper: interval.value.upper }
  return answer({ ...found, ...bound })
}

/**
 * Fisher's exact test of one side: given both margins, the chance of at least (greater) or at most (less) as many treatment
 * successes. Nobody or everybody converted in both arms: `zero_variance`.
 */
export function fisherOneSidedTest(
  control: Proportion,
  treatment: Proportion,
  alternative: Alternative,
): Inference<OneSidedP> {
  const fault = ratioFault(control, treatment, 0.5)
  if (fault) return noAnswer(fault)
  const successes = control.successes + treatment.successes
  if (successes === 0 || successes === control.n + treatment.n) return noAnswer('zero_variance')
  const given = hypergeometric(successes, control.n + treatment.n, treatment.n)
  const tail = alternative === 'greater' ? latticeLogAtLeast : latticeLogCdf
  const logP = tail(given, treatment.successes)
  return answer({ pValue: Math.exp(logP), pValueLog10: logP / Math.LN10 })
}
