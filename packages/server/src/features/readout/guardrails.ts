import {
  answer,
  type Inference,
  mixtureSprt,
  noAnswer,
  normalLogSurvival,
  normalQuantile,
  normalSurvival,
  normalUpperQuantile,
  ratioEstimate,
} from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, momentsByArm } from './arm-moments.ts'
import { clusterArms, isClusterDesign } from './cluster-tests.ts'
import { varianceOfMean } from './comparison.ts'
import type { Information } from './information.ts'

export type Guardrail = Project['payload']['metrics']['guardrail_metrics'][number]
export type GuardrailStatus = 'ok' | 'warning' | 'breached'

/** One guardrail over all treatment arms, unrounded and in natural units (fractions for rates). */
export interface GuardrailFinding {
  readonly guardrail: Guardrail
  readonly comparisons: readonly GuardrailComparison[]
}

export interface GuardrailComparison {
  readonly control: ArmMoments
  readonly treatment: ArmMoments
  readonly harm: Inference<Harm>
}

/** How much worse an arm is than control; positive is worse, whatever the direction. */
export interface Harm {
  readonly effect: number
  readonly harm: number
  readonly margin: number
  /** One-sided, at the nominal alpha, for one look. */
  readonly lowerBound: number
  readonly pValue: number
  readonly pValueLog10: number
  readonly status: GuardrailStatus
}

/** The metrics after the primary one are the guardrails, in the order of the design. */
export function findHarm(project: Project, readout: Readout, information: Information): readonly GuardrailFinding[] {
  const { metrics, setup } = project.payload
  return metrics.guardrail_metrics.map((guardrail, index) => {
    const arms = momentsByArm(readout.cells, setup.variants_count, index + 1)
    const variances = variancesOf(project, readout, guardrail, arms, index + 1)
    return {
      guardrail,
      comparisons: arms.slice(1).map(treatment => {
        const variance = variances[0]! + variances[treatment.arm]!
        return compare(project, guardrail, information, { control: arms[0]!, treatment, variance })
      }),
    }
  })
}

/** Of each arm's mean; by its clusters, where those were randomized. */
function variancesOf(
  project: Project,
  readout: Readout,
  guardrail: Guardrail,
  arms: readonly ArmMoments[],
  metric: number,
): readonly number[] {
  if (!isClusterDesign(project)) return arms.map(arm => varianceOfMean(arm, guardrail.metric_type === 'binary'))
  return clusterArms(project, readout, metric).map(arm => {
    const estimate = ratioEstimate(arm)
    return estimate.ok ? estimate.value.variance : Number.NaN
  })
}

export function worstStatus(statuses: readonly GuardrailStatus[]): GuardrailStatus {
  return (['breached', 'warning'] as const).find(status => statuses.includes(status)) ?? 'ok'
}

export function statusOf({ comparisons }: GuardrailFinding): GuardrailStatus {
  return worstStatus(comparisons.flatMap(({ harm }) => (harm.ok ? [harm.value.status] : [])))
}

interface ComparedArms {
  readonly control: ArmMoments
  readonly treatment: ArmMoments
  /** Of the difference. */
  readonly variance: number
}

function compare(
  project: Project,
  guardrail: Guardrail,
  information: Information,
  { control, treatment, variance }: ComparedArms,
): GuardrailComparison {
  if (Number.isNaN(variance)) return { control, treatment, harm: noAnswer('too_few_persons') }
  if (variance === 0) return { control, treatment, harm: noAnswer('zero_variance') }
  const effect = treatment.outcome.mean - control.outcome.mean
  return { control, treatment, harm: answer(harmOf(project, guardrail, information, effect, variance)) }
}

function harmOf(
  project: Project,
  guardrail: Guardrail,
  information: Information,
  effect: number,
  variance: number,
): Harm {
  const { alpha } = project.payload.metrics
  const harm = guardrail.direction === 'increase_is_bad' ? effect : -effect
  const margin = (Math.abs(baselineOf(guardrail)) * (guardrail.non_inferiority_margin_pct ?? 0)) / 100
  const error = Math.sqrt(variance)
  const z = (harm - margin) / error
  const isBreached = holdsAtEveryLook(harm - margin, variance, spreadOf(project, guardrail, information), alpha)
  return {
    effect,
    harm,
    margin,
    lowerBound: harm - normalUpperQuantile(alpha) * error,
    pValue: normalSurvival(z),
    pValueLog10: normalLogSurvival(z) / Math.LN10,
    status: isBreached ? 'breached' : harm > margin ? 'warning' : 'ok',
  }
}

// The mixture is symmetric, so at twice alpha it crosses on the side of harm with probability alpha at most, ever.
function holdsAtEveryLook(excess: number, variance: number, spread: number, alpha: number): boolean {
  const level = Math.min(2 * alpha, 0.999)
  const test = mixtureSprt({ effect: excess, variance, mixtureVariance: spread * spread, alpha: level })
  return test.ok && excess > 0 && test.value.pValue < level
}

/** The harm that the planned size would show: known before the start, so that the bound stays valid. */
function spreadOf(project: Project, guardrail: Guardrail, { plannedSize }: Information): number {
  const { alpha, power } = project.payload.metrics
  const baseline = baselineOf(guardrail)
  const deviation = guardrail.metric_type === 'binary' ? Math.sqrt(baseline * (1 - baseline)) : guardrail.std_dev!
  const z = normalUpperQuantile(alpha) + normalQuantile(power)
  // A design without a finite size has no such harm; a tenth of a deviation is a usual one.
  return plannedSize === null || !(z > 0) ? deviation / 10 : z * deviation * Math.sqrt(2 / plannedSize)
}

function baselineOf(guardrail: Guardrail): number {
  return guardrail.metric_type === 'binary' ? guardrail.baseline_rate! / 100 : guardrail.baseline_mean!
}
