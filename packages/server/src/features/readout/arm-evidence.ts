import type { Project } from '../projects/project.ts'
import type { Comparison } from './comparison.ts'
import { holmLevels } from './holm-levels.ts'
import { type LookComparison, lookComparison, type RecordedLook } from './look.ts'
import { equivalenceMargin } from './primary-test.ts'
import { analysisScale, type WorthwhileEffect } from './worthwhile-effect.ts'

export type Outcome = 'win' | 'loss' | 'inconclusive'
export type PracticalStatus = 'met' | 'proven_below' | 'uncertain'

/** What speaks for or against one treatment arm; effects are signed so that positive is good, in analysis units. */
export interface ArmEvidence {
  readonly arm: number
  readonly outcome: Outcome
  /** What a win shows: that the arm is better, or that it is as good. */
  readonly shows: 'effect' | 'equivalence'
  /** What the outcome rests on: the recorded look, or the always-valid bound of now. */
  readonly basis: 'look' | 'always_valid' | null
  readonly effectRelative: number
  readonly pValue: number
  readonly pValueLog10: number
  /** Probability that the arm is better than control. */
  readonly probability: number | null
  readonly lower: number
  readonly upper: number
  readonly practical: PracticalStatus
}

const SHIP_PROBABILITY = 0.95

/** The evidence for each arm that can be evaluated. */
export function armEvidence(
  project: Project,
  comparisons: readonly Comparison[],
  looks: readonly RecordedLook[],
  worthwhile: WorthwhileEffect,
): readonly ArmEvidence[] {
  const look = looks.at(-1)
  const levels = holmLevels(project, comparisons.map(alwaysValidP))
  return comparisons.flatMap((comparison, index) => {
    const level = levels[index]!
    const now = lookComparison(comparison, level)[0]
    if (now === undefined) return []
    const taken = look?.comparisons.find(({ treatmentIndex }) => treatmentIndex === now.treatmentIndex)
    const isProvenNow = isProven(project, comparison, level) && now.crossed
    return [weigh(project, { comparison, now, taken, isProvenNow }, worthwhile)]
  })
}

interface Weighed {
  readonly comparison: Comparison
  readonly now: LookComparison
  readonly taken: LookComparison | undefined
  readonly isProvenNow: boolean
}

// 1 where there is nothing to judge by.
function alwaysValidP({ alwaysValid }: Comparison): number {
  return alwaysValid.ok ? alwaysValid.value.pValue : 1
}

// Equivalence: the whole sequence lies within the margin.
function isProven({ payload: { metrics } }: Project, comparison: Comparison, level: number): boolean {
  const margin = equivalenceMargin(metrics)
  const { alwaysValid } = comparison
  if (margin === null) return alwaysValidP(comparison) < level
  return alwaysValid.ok && alwaysValid.value.lower > -margin && alwaysValid.value.upper < margin
}

// The look stands as it was taken; only the always-valid bound of now may overrule it.
function weigh(
  project: Project,
  { comparison, now, taken, isProvenNow }: Weighed,
  worthwhile: WorthwhileEffect,
): ArmEvidence {
  const sequence = comparison.alwaysValid
  const basis: ArmEvidence['basis'] = isProvenNow ? 'always_valid' : taken !== undefined ? 'look' : null
  const shown = basis === 'look' ? taken! : now
  const interval = basis === 'always_valid' && sequence.ok ? { ...shown, ...limits(sequence.value) } : shown
  const evidence = oriented(project, interval)
  const isCrossed = basis !== null && shown.crossed
  const arm = { ...evidence, arm: now.treatmentIndex, basis }
  if (equivalenceMargin(project.payload.metrics) !== null) {
    const outcome = isCrossed ? 'win' : 'inconclusive'
    return { ...arm, probability: null, outcome, shows: 'equivalence', practical: 'met' }
  }
  const outcome = isCrossed ? outcomeOf(evidence) : 'inconclusive'
  return { ...arm, outcome, shows: 'effect', practical: practicalStatus(evidence, worthwhile) }
}

function limits({ lower, upper }: { readonly lower: number; readonly upper: number }) {
  return { lower, upper }
}

function oriented(project: Project, shown: LookComparison) {
  const { metric_type: metricType, direction } = project.payload.metrics
  const scale = analysisScale(metricType)
  const sign = direction === 'decrease' ? -1 : 1
  const [a, b] = [shown.lower * scale * sign, shown.upper * scale * sign]
  return {
    effect: shown.effect * scale * sign,
    lower: Math.min(a, b),
    upper: Math.max(a, b),
    pValue: shown.pValue,
    pValueLog10: shown.pValueLog10,
    effectRelative: shown.effectRelative,
    probability: shown.probability === null || sign === 1 ? shown.probability : 1 - shown.probability,
  }
}

function outcomeOf({ effect, probability }: { readonly effect: number; readonly probability: number | null }): Outcome {
  if (effect < 0) return 'loss'
  return effect > 0 && (probability === null || probability >= SHIP_PROBABILITY) ? 'win' : 'inconclusive'
}

// With no smallest effect asked for, the test itself is the practical evidence.
function practicalStatus(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  { value }: WorthwhileEffect,
): PracticalStatus {
  if (value === 0 || lower >= value) return 'met'
  return upper < value ? 'proven_below' : 'uncertain'
}
