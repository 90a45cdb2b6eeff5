/** Why a statistic has no value: codes for the wire, never sentences. */
export type NoAnswerReason =
  | 'too_few_persons'
  | 'zero_variance'
  | 'no_degrees_of_freedom'
  | 'no_usable_covariate'
  | 'no_usable_stratum'
  | 'zero_total'
  | 'out_of_range'
  | 'unbounded'
  | 'not_finite'
  | 'not_defined'

/** An answer, or the reason why there is none. No statistic of this package invents a number. */
export type Inference<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: NoAnswerReason }

/** Wraps a value that is known. */
export function answer<T>(value: T): Inference<T> {
  return { ok: true, value }
}

/** Says why there is no value. */
export function noAnswer(reason: NoAnswerReason): { readonly ok: false; readonly reason: NoAnswerReason } {
  return { ok: false, reason }
}
