interface Resampled {
  readonly effect: number
  readonly lower: number
  readonly upper: number
  readonly pValue: number
}

/**
 * How far two resampling answers are apart: effect and limits in standard errors, the p-value times four, whichever is most.
 * At 40,000 draws chance alone puts a limit within 0.02 and a p-value within 0.014 (times four), one standard deviation each.
 */
export function resamplingGap(verdict: Resampled & { readonly standardError: number }, textbook: Resampled): number {
  const inErrors = (a: number, b: number) => Math.abs(a - b) / verdict.standardError
  return Math.max(
    inErrors(verdict.effect, textbook.effect),
    inErrors(verdict.lower, textbook.lower),
    inErrors(verdict.upper, textbook.upper),
    4 * Math.abs(verdict.pValue - textbook.pValue),
  )
}
