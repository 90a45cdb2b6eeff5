import { binomial } from '../distributions/binomial.ts'
import { chiSquareLogSurvival } from '../distributions/chi-square.ts'
import { latticeLogCdf } from '../distributions/lattice.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** Pairs of yes/no answers of the same persons. */
export interface DiscordantPairs {
  readonly pairs: number
  /** no under control, yes under treatment */
  readonly gained: number
  /** yes under control, no under treatment */
  readonly lost: number
}

export interface McnemarTest extends Interval {
  /** (gained - lost) / pairs, a fraction */
  readonly effect: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly method: 'exact' | 'chi_square'
  /** min(gained, lost) if exact, else (|gained - lost| - 1)^2 / (gained + lost) */
  readonly statistic: number
  /** gained / lost; Infinity where nobody was lost */
  readonly oddsRatio: number
}

const EXACT_BELOW = 25

/**
 * McNemar's test (1947) of paired proportions: exact binomial below 25 discordant pairs, else chi-square with continuity
 * correction; the interval of the difference is Wald's. No discordant pair: `zero_variance`.
 */
export function mcnemarTest({ pairs, gained, lost }: DiscordantPairs, alpha: number): Inference<McnemarTest> {
  if (![pairs, gained, lost].every(Number.isFinite)) return noAnswer('not_finite')
  const isCount = [pairs, gained, lost].every(n => Number.isInteger(n) && n >= 0)
  if (!isCount || gained + lost > pairs || !isLevel(alpha)) return noAnswer('out_of_range')
  const discordant = gained + lost
  if (discordant === 0) return noAnswer('zero_variance')
  const effect = (gained - lost) / pairs
  const radius =
    (normalUpperQuantile(alpha / 2) * Math.sqrt(discordant - (gained - lost) * ((gained - lost) / pairs))) / pairs
  return answer({
    effect,
    lower: effect - radius,
    upper: effect + radius,
    level: 1 - alpha,
    ...significance(gained, lost),
    oddsRatio: gained / lost,
  })
}

function significance(gained: number, lost: number) {
  const discordant = gained + lost
  const least = Math.min(gained, lost)
  if (discordant < EXACT_BELOW) {
    const logP = Math.min(0, Math.LN2 + latticeLogCdf(binomial(discordant, 0.5), least))
    return { method: 'exact', statistic: least, pValue: Math.exp(logP), pValueLog10: logP / Math.LN10 } as const
  }
  const statistic = Math.max(0, Math.abs(gained - lost) - 1) ** 2 / discordant
  const logP = chiSquareLogSurvival(statistic, 1)
  return { method: 'chi_square', statistic, pValue: Math.exp(logP), pValueLog10: logP / Math.LN10 } as const
}
