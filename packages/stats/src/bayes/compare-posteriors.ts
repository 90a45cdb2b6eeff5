import type { BetaParameters } from '../distributions/beta-exceedance.ts'
import { betaExceedance } from '../distributions/beta-exceedance.ts'
import type { Inference, NoAnswerReason } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { regularizedBeta } from '../special/regularized-beta.ts'
import { logExpectedExcess } from './expected-loss.ts'
import { logBeyondLine } from './linear-exceedance.ts'
import type { Posterior } from './posterior.ts'
import type { ComparisonOptions, EffectPosterior, PosteriorComparison } from './posterior-comparison.ts'
import { comparisonOf } from './posterior-comparison.ts'
import type { GammaParameters } from './posterior-kinds.ts'
import { betaPosteriorOf, gammaPosteriorOf } from './posterior-kinds.ts'

const LEAST = 0.05
const MOST = 1e15

/**
 * Two Beta posteriors (`betaPosterior`): probability, equal-tailed credible interval, expected losses and ROPE, by
 * quadrature that keeps the digits of small tails; no draws. Parameters from 0.05 to 1e15, else `out_of_range`. A relative
 * scale needs a control parameter a above 1.05, else the mean of 1 / control, and the loss, may be infinite: `unbounded`.
 */
export function compareBetaPosteriors(
  control: BetaParameters,
  treatment: BetaParameters,
  options: ComparisonOptions,
): Inference<PosteriorComparison> {
  const fault = optionsFault(options) ?? parameterFault([control.a, control.b, treatment.a, treatment.b])
  if (fault) return noAnswer(fault)
  const scale = options.scale ?? 'difference'
  if (scale === 'relative' && !(control.a - 1 > LEAST)) return noAnswer('unbounded')
  const [c, t] = [betaPosteriorOf(control), betaPosteriorOf(treatment)]
  const between = betaExceedance(control, treatment)
  const inverse = () => ({
    weighted: betaPosteriorOf({ a: control.a - 1, b: control.b }),
    logWeight: Math.log((control.a + control.b - 1) / (control.a - 1)),
  })
  const effect = scale === 'difference' ? differenceOf(c, t) : liftOf(c, t, inverse())
  const logAbove = (e: number) => (e === 0 ? between.logUpper : effect.logAbove(e))
  const logBelow = (e: number) => (e === 0 ? between.logLower : effect.logBelow(e))
  return answer(comparisonOf({ ...effect, logAbove, logBelow }, options))
}

/**
 * Two Gamma posteriors of event rates (`gammaPosterior`), in the same way; the relative scale in closed form, as the
 * quotient is a Beta variable of the second kind.
 */
export function compareGammaPosteriors(
  control: GammaParameters,
  treatment: GammaParameters,
  options: ComparisonOptions,
): Inference<PosteriorComparison> {
  const fault =
    optionsFault(options) ?? parameterFault([control.shape, treatment.shape], [control.rate, treatment.rate])
  if (fault) return noAnswer(fault)
  const scale = options.scale ?? 'difference'
  if (scale === 'relative' && !(control.shape - 1 > LEAST)) return noAnswer('unbounded')
  const [c, t] = [gammaPosteriorOf(control), gammaPosteriorOf(treatment)]
  const inverse = () => ({
    weighted: gammaPosteriorOf({ shape: control.shape - 1, rate: control.rate }),
    logWeight: Math.log(control.rate / (control.shape - 1)),
  })
  const effect = scale === 'difference' ? differenceOf(c, t) : liftOf(c, t, inverse())
  /** Tails of treatment / control at a quotient: `upper` is P(the quotient is at most this). */
  const quotient = (rho: number) => {
    const [mine, other] = [control.rate, rho * treatment.rate]
    return regularizedBeta(control.shape, treatment.shape, mine / (mine + other), other / (mine + other))
  }
  const isClosed = (e: number) => scale === 'relative' || e === 0
  const rhoOf = (e: number) => Math.max(0, 1 + e)
  return answer(
    comparisonOf(
      {
        ...effect,
        logAbove: e => (isClosed(e) ? quotient(rhoOf(e)).logLower : effect.logAbove(e)),
        logBelow: e => (isClosed(e) ? quotient(rhoOf(e)).logUpper : effect.logBelow(e)),
      },
      options,
    ),
  )
}

function differenceOf(c: Posterior, t: Posterior): EffectPosterior {
  return {
    logAbove: e => logBeyondLine(c, t, { slope: 1, shift: e }, 'above'),
    logBelow: e => logBeyondLine(c, t, { slope: 1, shift: e }, 'below'),
    centre: t.mean - c.mean,
    spread: Math.hypot(c.standardDeviation, t.standardDeviation),
    logLossTreatment: logExpectedExcess(t, c),
    logLossControl: logExpectedExcess(c, t),
  }
}

/** E[1/C where C > x] is `weight` times a tail of `weighted`, the control's posterior with one success fewer. */
function liftOf(
  c: Posterior,
  t: Posterior,
  { weighted, logWeight }: { readonly weighted: Posterior; readonly logWeight: number },
): EffectPosterior {
  const ratio = t.mean / c.mean
  const line = (e: number) => ({ slope: 1 + e, shift: 0 })
  return {
    logAbove: e => (e <= -1 ? 0 : logBeyondLine(c, t, line(e), 'above')),
    logBelow: e => (e <= -1 ? Number.NEGATIVE_INFINITY : logBeyondLine(c, t, line(e), 'below')),
    centre: ratio - 1,
    spread: ratio * Math.min(0.5, Math.hypot(c.standardDeviation / c.mean, t.standardDeviation / t.mean)),
    logLossTreatment: logWeight + logExpectedExcess(t, weighted),
    logLossControl: logWeight + logExpectedExcess(weighted, t),
  }
}

export function optionsFault({ alpha, rope }: ComparisonOptions): NoAnswerReason | null {
  return isLevel(alpha) && (!rope || rope.lower <= rope.upper) ? null : 'out_of_range'
}

function parameterFault(shapes: readonly number[], rates: readonly number[] = []): NoAnswerReason | null {
  if (![...shapes, ...rates].every(Number.isFinite)) return 'not_finite'
  return shapes.every(shape => shape >= LEAST && shape <= MOST) && rates.every(rate => rate > 0) ? null : 'out_of_range'
}
