import { normalUpperQuantile } from '../distributions/normal.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { riskTable } from './risk-table.ts'
import type { SurvivalArm } from './survival-arm.ts'
import { survivalFault } from './survival-arm.ts'

/** The curve just after one event time. */
export interface SurvivalStep {
  readonly time: number
  readonly survival: number
  readonly atRisk: number
  readonly events: number
  /** Greenwood's */
  readonly standardError: number
  readonly lower: number
  readonly upper: number
}

export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[]
  /** first time at which survival is 1/2 or less; Infinity where it stays above */
  readonly median: number
  /** where the band crosses 1/2 (Brookmeyer & Crowley 1982); Infinity where it does not */
  readonly medianLower: number
  readonly medianUpper: number
  readonly level: number
}

/**
 * Product-limit curve (Kaplan & Meier 1958) with Greenwood's error (1926) and pointwise log-log bands at level 1 - alpha:
 * S^exp(±z sqrt(sum of d / (n (n - d))) / log S) (Kalbfleisch & Prentice 2002, eq. 1.13). Where S is 0 the band is 0.
 */
export function kaplanMeier(arm: SurvivalArm, alpha: number): Inference<SurvivalCurve> {
  const fault = survivalFault([arm])
  if (fault) return noAnswer(fault)
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const { times, atRisk, events } = riskTable([arm])
  const z = normalUpperQuantile(alpha / 2)
  let survival = 1
  let greenwood = 0
  const steps = Array.from(times, (time, i): SurvivalStep => {
    const [n, d] = [atRisk[0]![i]!, events[0]![i]!]
    survival *= (n - d) / n
    greenwood += n === d ? 0 : d / n / (n - d)
    return { time, survival, atRisk: n, events: d, ...band(survival, Math.sqrt(greenwood), z) }
  })
  const crossing = (field: 'survival' | 'lower' | 'upper') =>
    steps.find(step => step[field] <= 0.5 + 1e-12)?.time ?? Number.POSITIVE_INFINITY
  return answer({
    steps,
    median: crossing('survival'),
    medianLower: crossing('lower'),
    medianUpper: crossing('upper'),
    level: 1 - alpha,
  })
}

function band(survival: number, relativeError: number, z: number) {
  if (survival === 0) return { standardError: 0, lower: 0, upper: 0 }
  const log = Math.log(survival)
  const reach = (z * relativeError) / log
  return {
    standardError: survival * relativeError,
    lower: Math.exp(log * Math.exp(-reach)),
    upper: Math.exp(log * Math.exp(reach)),
  }
}
