import { round } from '../../http/wire-numbers.ts'
import type { ArmEvidence } from './arm-evidence.ts'
import type { Reason } from './blockers.ts'

/** Everything a verdict rests on. */
export interface Case {
  /** Treatment arms of the design, evaluable or not. */
  readonly comparisonCount: number
  readonly totalExposed: number
  readonly arms: readonly ArmEvidence[]
  readonly srm: readonly Reason[]
  /** Breached guardrails. */
  readonly guardrails: readonly Reason[]
  readonly unsupported: readonly Reason[]
  /** The last planned look has been taken. */
  readonly isComplete: boolean
  /** The number of the last look of a group-sequential test, 0 before the first; null where the test is not one. */
  readonly lastLook: number | null
  /** That look was at or below its futility bound. */
  readonly isFutile: boolean
  readonly informationFraction: number | null
  readonly worthwhileEffect: number
}

export interface Verdict {
  readonly verdict: 'ship' | 'no_ship' | 'keep_running'
  readonly confidence: 'high' | 'medium' | 'low'
  readonly reasons: readonly Reason[]
}

const STRONG_PROBABILITY = 0.99

/** The policy table; the first rule that applies decides. */
export function judge(given: Case): Verdict {
  for (const rule of RULES) {
    const verdict = rule(given)
    if (verdict !== null) return verdict
  }
  return keepRunning(given)
}

type Rule = (given: Case) => Verdict | null

const RULES: readonly Rule[] = [
  nothingToEvaluate,
  sampleRatioMismatch,
  guardrailVeto,
  practicalWin,
  provenBelow,
  uncertainWin,
  loss,
  futile,
  noEffect,
]

function nothingToEvaluate({ arms, totalExposed, srm }: Case): Verdict | null {
  if (arms.length > 0) return null
  const code = totalExposed === 0 ? 'no_exposures' : 'insufficient_per_arm'
  return verdict(srm.length > 0 ? 'no_ship' : 'keep_running', 'low', [{ code, params: {} }])
}

function sampleRatioMismatch({ srm }: Case): Verdict | null {
  return srm.length === 0 ? null : verdict('no_ship', 'low', [{ code: 'blocked_untrustworthy', params: {} }])
}

function guardrailVeto(given: Case): Verdict | null {
  if (given.guardrails.length === 0) return null
  const reasons = wins(given).flatMap(arm => winReasons(arm, given))
  return verdict('no_ship', 'high', [...reasons, { code: 'guardrail_vetoed', params: {} }])
}

function practicalWin(given: Case): Verdict | null {
  const winners = wins(given).filter(arm => arm.practical === 'met')
  if (winners.length === 0) return null
  const reasons = [
    ...wins(given).flatMap(arm => winReasons(arm, given)),
    ...losses(given).map(arm => armReason('significant_loss', arm)),
  ]
  if (given.unsupported.length > 0) return verdict('keep_running', 'low', reasons)
  const isStrong = winners.some(arm => (arm.probability ?? 0) >= STRONG_PROBABILITY)
  return verdict('ship', confidence(given, isStrong), reasons)
}

function provenBelow(given: Case): Verdict | null {
  const arms = wins(given)
  if (arms.length === 0 || arms.some(arm => arm.practical !== 'proven_below')) return null
  return verdict(
    'no_ship',
    'medium',
    arms.flatMap(arm => winReasons(arm, given)),
  )
}

function uncertainWin(given: Case): Verdict | null {
  const arms = wins(given)
  if (arms.length === 0) return null
  const reasons = arms.flatMap(arm => winReasons(arm, given))
  if (!given.isComplete) return verdict('keep_running', 'low', [...reasons, incomplete(given)])
  const code = 'statistically_positive_but_below_practical_threshold'
  return verdict('no_ship', 'medium', [...reasons, { code, params: { mwe: round(given.worthwhileEffect, 6) } }])
}

function loss(given: Case): Verdict | null {
  const arms = losses(given)
  if (arms.length === 0 || arms.length < given.comparisonCount) return null
  const isStrong = arms.some(arm => (arm.probability ?? 1) <= 1 - STRONG_PROBABILITY)
  return verdict(
    'no_ship',
    confidence(given, isStrong),
    arms.flatMap(arm => lossReasons(arm, given)),
  )
}

// Non-binding for the error rates: who goes on all the same keeps them.
function futile(given: Case): Verdict | null {
  if (!given.isFutile || given.isComplete) return null
  const reasons = losses(given).flatMap(arm => lossReasons(arm, given))
  return verdict('no_ship', 'medium', [
    ...reasons,
    { code: 'futility_bound_reached', params: { look: given.lastLook } },
  ])
}

function noEffect(given: Case): Verdict | null {
  if (!given.isComplete) return null
  const code = given.lastLook === null ? 'planned_sample_complete_no_effect' : 'info_fraction_complete_no_effect'
  const reasons = losses(given).flatMap(arm => lossReasons(arm, given))
  return verdict('no_ship', 'medium', [...reasons, { code, params: {} }])
}

function keepRunning(given: Case): Verdict {
  const reasons = losses(given).flatMap(arm => lossReasons(arm, given))
  const waiting =
    given.lastLook === null || given.lastLook === 0
      ? { code: 'fixed_horizon_before_planned_read', params: {} }
      : { code: 'sequential_not_crossed', params: { look: given.lastLook } }
  return verdict('keep_running', 'low', [
    ...reasons,
    waiting,
    { code: 'inconclusive_ci', params: {} },
    incomplete(given),
  ])
}

// Before a planned look has been taken no verdict is more than medium.
function confidence({ isComplete, lastLook }: Case, isStrong: boolean): Verdict['confidence'] {
  const isRead = isComplete || (lastLook ?? 0) > 0
  return (isRead && isStrong) || (isComplete && lastLook !== null) ? 'high' : 'medium'
}

function wins({ arms }: Case): readonly ArmEvidence[] {
  return arms.filter(arm => arm.outcome === 'win')
}

function losses({ arms }: Case): readonly ArmEvidence[] {
  return arms.filter(arm => arm.outcome === 'loss')
}

function winReasons(arm: ArmEvidence, given: Case): readonly Reason[] {
  if (arm.shows === 'equivalence') return [armReason('equivalence_shown', arm), ...confirmation(arm, given)]
  const mwe = given.worthwhileEffect
  const practical = PRACTICAL_CODES[arm.practical]
  const bound = arm.practical === 'proven_below' ? { ci_upper: round(arm.upper, 6) } : { ci_lower: round(arm.lower, 6) }
  const probability = arm.probability
  return [
    armReason('significant_win', arm),
    { code: practical, params: { arm: arm.arm, mwe: round(mwe, 6), ...bound } },
    ...(probability === null
      ? []
      : [{ code: 'bayesian_win', params: { arm: arm.arm, probability: round(probability, 3) } }]),
    ...confirmation(arm, given),
  ]
}

const PRACTICAL_CODES = {
  met: 'practical_threshold_met',
  uncertain: 'practical_threshold_uncertain',
  proven_below: 'below_practical_threshold_proven',
} as const

function lossReasons(arm: ArmEvidence, given: Case): readonly Reason[] {
  return [armReason('significant_loss', arm), ...confirmation(arm, given)]
}

function confirmation({ arm, basis }: ArmEvidence, { lastLook }: Case): readonly Reason[] {
  if (basis === 'always_valid') return [{ code: 'anytime_valid_confirmed', params: { arm } }]
  return lastLook === null ? [] : [{ code: 'sequential_crossed', params: { arm, look: lastLook } }]
}

function armReason(code: string, arm: ArmEvidence): Reason {
  const p = { p_value: round(arm.pValue, 6), p_value_log10: round(arm.pValueLog10, 6) }
  return { code, params: { arm: arm.arm, effect_relative: round(arm.effectRelative, 2), ...p } }
}

function incomplete({ informationFraction: fraction }: Case): Reason {
  const printed = fraction === null ? null : round(Math.min(1, fraction), 4)
  return { code: 'info_fraction_incomplete', params: { information_fraction: printed } }
}

function verdict(name: Verdict['verdict'], confidence: Verdict['confidence'], reasons: readonly Reason[]): Verdict {
  return { verdict: name, confidence, reasons }
}
