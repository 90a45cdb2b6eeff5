import {
  type DecisionCharacteristics,
  type DecisionRead,
  decisionCharacteristics,
  type GroupSequentialDesign,
  normalQuantile,
  normalUpperQuantile,
} from '@verdict/stats'
import type { CalculationPlan } from './calculation-schema.ts'
import { armAlpha } from './design-effect.ts'
import { monitoringOf } from './look-design.ts'
import { absoluteEffect } from './planned-test.ts'

/** What the decision rule does at one true effect. */
export interface OperatingCharacteristic extends DecisionCharacteristics {
  /** True effect over the planned one. */
  readonly multiple: number
}

const MULTIPLES = [0, 0.5, 1, 1.5, 2]
const MOST_READS = 20
const FIXED_READ_FRACTION = 0.95

/**
 * How often the rule that decides ships, ends without shipping, or is still running at the planned size, for one arm against
 * control. It is read once a day, at most 20 times, up to the planned size. Null without a policy, and for equivalence, which
 * decides by another rule.
 */
export function operatingCharacteristics(
  plan: CalculationPlan,
  days: number,
  design: GroupSequentialDesign | null,
): readonly OperatingCharacteristic[] | null {
  if (plan.decision_policy === null || plan.planned_test === 'tost') return null
  const rule = ruleOf(plan, plan.decision_policy, design)
  const reads = readTimes(days, plan.n_looks).map((time, index, times) => readAt(rule, time, times[index - 1] ?? 0))
  return MULTIPLES.map(multiple => ({ multiple, ...decisionCharacteristics(reads, multiple * rule.drift) }))
}

interface Rule {
  readonly alpha: number
  /** Mean of z at the planned size under the planned effect. */
  readonly drift: number
  /** The smallest effect worth shipping for, over the planned one. */
  readonly worthwhile: number
  /** z of each planned look; empty where only always-valid evidence counts. */
  readonly looks: readonly Look[]
}

interface Look {
  readonly time: number
  readonly z: number
  /** z at or below which it ends for futility. */
  readonly futility: number
  readonly isLast: boolean
}

function ruleOf(
  plan: CalculationPlan,
  policy: NonNullable<CalculationPlan['decision_policy']>,
  design: GroupSequentialDesign | null,
): Rule {
  const alpha = armAlpha(plan)
  const monitoring = monitoringOf(policy, plan.n_looks)
  const fixedDrift = normalUpperQuantile(alpha / 2) + normalQuantile(plan.power)
  const isSequential = monitoring === 'group_sequential' && design !== null
  return {
    alpha,
    drift: isSequential ? design.drift : fixedDrift,
    worthwhile: worthwhileMultiple(plan, policy),
    looks: monitoring === 'always_valid' ? [] : isSequential ? sequentialLooks(design) : [fixedLook(alpha)],
  }
}

function fixedLook(alpha: number): Look {
  const never = Number.NEGATIVE_INFINITY
  return { time: FIXED_READ_FRACTION, z: normalUpperQuantile(alpha / 2), futility: never, isLast: true }
}

function sequentialLooks({ times, z, futility }: GroupSequentialDesign): readonly Look[] {
  return times.map((time, index) => ({
    time,
    z: z[index]!,
    futility: futility?.[index] ?? Number.NEGATIVE_INFINITY,
    isLast: index + 1 === times.length,
  }))
}

function worthwhileMultiple(plan: CalculationPlan, policy: NonNullable<CalculationPlan['decision_policy']>): number {
  const { minimum_worthwhile_effect: absolute, minimum_worthwhile_effect_pct: percent } = policy
  if (percent !== null) return percent / plan.mde_pct
  const scale = plan.metric_type === 'binary' ? 100 : 1
  return (absolute ?? 0) / (scale * absoluteEffect(plan))
}

// The days of the plan, thinned out, and its looks.
function readTimes(days: number, looks: number): readonly number[] {
  const reads = Math.min(days, MOST_READS)
  const daily = Array.from({ length: reads }, (_, index) => (index + 1) / reads)
  const planned = Array.from({ length: looks }, (_, index) => (index + 1) / looks)
  const times = [...daily, ...(looks > 1 ? planned : [])].sort((a, b) => a - b)
  return times.filter((time, index) => index === 0 || time - times[index - 1]! > 1e-9)
}

// The look that has become due since the last read decides; between looks, and beside them, always-valid evidence does.
function readAt(rule: Rule, time: number, before: number): DecisionRead {
  const look = rule.looks.findLast(each => each.time <= time + 1e-9 && each.time > before + 1e-9)
  const always = alwaysValidZ(rule, time)
  const worthwhile = rule.worthwhile * rule.drift * Math.sqrt(time)
  const needs = (z: number) => z + worthwhile
  const shipFrom = Math.min(needs(always), look ? needs(look.z) : Number.POSITIVE_INFINITY)
  if (look?.isLast) return { time, shipFrom, goOn: [] }
  const lower = Math.max(-always, look ? Math.max(-look.z, look.futility) : -always)
  return { time, shipFrom, goOn: goOnBetween(lower, shipFrom, Math.min(always, look?.z ?? always), worthwhile) }
}

// Above the bound an effect is shown; it ends the test without shipping where it is shown to be too small.
function goOnBetween(lower: number, shipFrom: number, shown: number, worthwhile: number): DecisionRead['goOn'] {
  const tooSmallUpTo = worthwhile - shown
  if (tooSmallUpTo <= shown) return [[lower, shipFrom]]
  return [
    [lower, shown],
    [tooSmallUpTo, shipFrom],
  ]
}

/** z at which the mixture test with the planned effect as its spread crosses alpha. */
function alwaysValidZ({ alpha, drift }: Rule, time: number): number {
  const signal = drift * drift * time
  return Math.sqrt(((1 + signal) / signal) * (2 * Math.log(1 / alpha) + Math.log1p(signal)))
}
