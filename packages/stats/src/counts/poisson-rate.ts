import { betaLogOddsQuantile } from '../distributions/beta.ts'
import { binomial } from '../distributions/binomial.ts'
import { logSmallProbabilities } from '../distributions/lattice.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Interval } from '../effect-test.ts'
import { observedPower } from '../effect-test.ts'
import type { Inference, NoAnswerReason } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'

/** Events over an exposure: persons, person-days, or any unit that both arms share. */
export interface EventCount {
  readonly events: number
  readonly exposure: number
}

/** Difference of two event rates (per unit of exposure) with its Wald interval, the exact p-value, and the rate ratio. */
export interface PoissonRateTest extends Interval {
  /** treatment - control, events per unit of exposure */
  readonly effect: number
  readonly standardError: number
  /** treatment / control; Infinity where the control has no event */
  readonly rateRatio: number
  /** exact conditional (Clopper-Pearson) interval of the ratio, level 1 - alpha */
  readonly rateRatioLower: number
  readonly rateRatioUpper: number
  readonly pValue: number
  readonly pValueLog10: number
  /** of the Wald test, if the true difference were the observed one */
  readonly power: number
}

/**
 * Compares two Poisson rates: given all events, those of the treatment are binomial with share T_t / (T_c + T_t)
 * (Przyborowski & Wilenski 1940); two-sided p as the sum of small probabilities. Interval effect ± z sqrt(x_c / T_c^2 +
 * x_t / T_t^2). Overdispersed counts need a robust error instead. No event at all: `zero_total`.
 */
export function poissonRateTest(control: EventCount, treatment: EventCount, alpha: number): Inference<PoissonRateTest> {
  const fault = countFault([control, treatment], alpha)
  if (fault) return noAnswer(fault)
  const events = control.events + treatment.events
  if (events === 0) return noAnswer('zero_total')
  const exposure = control.exposure + treatment.exposure
  const given = binomial(events, treatment.exposure / exposure, control.exposure / exposure)
  const logP = logSmallProbabilities(given, treatment.events)
  const effect = treatment.events / treatment.exposure - control.events / control.exposure
  const standardError = Math.hypot(
    Math.sqrt(control.events) / control.exposure,
    Math.sqrt(treatment.events) / treatment.exposure,
  )
  const z = normalUpperQuantile(alpha / 2)
  return answer({
    effect,
    standardError,
    ...rateRatio(control, treatment, alpha),
    pValue: Math.exp(logP),
    pValueLog10: logP / Math.LN10,
    lower: effect - z * standardError,
    upper: effect + z * standardError,
    level: 1 - alpha,
    power: observedPower(effect / standardError, Number.POSITIVE_INFINITY, z),
  })
}

function rateRatio(control: EventCount, treatment: EventCount, alpha: number) {
  const perExposure = control.exposure / treatment.exposure
  const [c, t] = [control.events, treatment.events]
  const half = alpha / 2
  return {
    rateRatio: (t / c) * perExposure,
    rateRatioLower: t === 0 ? 0 : Math.exp(betaLogOddsQuantile(half, 1 - half, t, c + 1)) * perExposure,
    rateRatioUpper:
      c === 0 ? Number.POSITIVE_INFINITY : Math.exp(betaLogOddsQuantile(1 - half, half, t + 1, c)) * perExposure,
  }
}

function countFault(arms: readonly EventCount[], alpha: number): NoAnswerReason | null {
  if (!arms.every(arm => Number.isFinite(arm.events) && Number.isFinite(arm.exposure))) return 'not_finite'
  const inRange = arms.every(arm => Number.isInteger(arm.events) && arm.events >= 0 && arm.exposure > 0)
  return inRange && isLevel(alpha) ? null : 'out_of_range'
}
