import type { Inference, MixtureSprt } from '@verdict/stats'
import { sampleVariance } from '@verdict/stats'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import { analysisResponse, degenerateAnalysis } from './analysis-response.ts'
import type { ArmMoments } from './arm-moments.ts'
import { type Comparison, comparisonAlpha } from './comparison.ts'
import type { LiveStats } from './live-stats-schema.ts'
import { monitoringOf, type RecordedLook } from './look.ts'

type Block = LiveStats['comparisons'][number]

/** The comparisons as the wire prints them. */
export function comparisonsBlock(
  project: Project,
  comparisons: readonly Comparison[],
  looks: readonly RecordedLook[],
  speech: Speech,
): Block[] {
  const taken = monitoringOf(project) === 'group_sequential' ? (looks.at(-1)?.comparisons ?? []) : []
  return comparisons.map(comparison => ({
    ...block(project, comparison, comparisons.length, speech),
    // Of the last planned look; null before the first, and where there are none.
    sequential_significant:
      taken.find(({ treatmentIndex }) => treatmentIndex === comparison.treatment.arm)?.crossed ?? null,
  }))
}

function block(
  project: Project,
  comparison: Comparison,
  count: number,
  speech: Speech,
): Omit<Block, 'sequential_significant'> {
  const alpha = comparisonAlpha(project)
  const { metric_type: metricType } = project.payload.metrics
  const { control, treatment } = comparison
  const analysis = analysisBlock(project, comparison, speech)
  const isOk = analysis !== null
  return {
    treatment_index: treatment.arm,
    status: isOk ? 'ok' : 'insufficient_data',
    control: armStat(control, metricType),
    treatment: armStat(treatment, metricType),
    analysis,
    probability_treatment_beats_control: isOk ? roundOrNull(comparison.probability, 3) : null,
    always_valid: isOk
      ? alwaysValidBlock(comparison.alwaysValid, alpha, project, speech.words.readout.alwaysValid)
      : null,
    note: isOk ? bonferroniNote(count, alpha, speech) : speech.words.readout.tooFewPersons,
  }
}

/** The planned test of one comparison; null when there is too little to test. */
export function analysisBlock(project: Project, { control, treatment, test }: Comparison, speech: Speech) {
  const { metric_type: metricType } = project.payload.metrics
  const means = { controlMean: control.outcome.mean, treatmentMean: treatment.outcome.mean }
  const context = { metricType, alpha: comparisonAlpha(project), ...means }
  if (test.ok) return analysisResponse(test.value, context, speech)
  return metricType === 'binary' && test.reason === 'zero_variance' ? degenerateAnalysis(context, speech) : null
}

function armStat({ arm, converted, outcome }: ArmMoments, metricType: string): Block['control'] {
  const hasPersons = outcome.n > 0
  const hasMean = hasPersons && (metricType === 'continuous' || metricType === 'count')
  return {
    variation_index: arm,
    exposed_users: outcome.n,
    converted_users: converted,
    conversion_rate: hasPersons && metricType === 'binary' ? round(converted / outcome.n, 6) : null,
    mean: hasMean ? round(outcome.mean, 6) : null,
    std: hasMean ? roundOrNull(Math.sqrt(sampleVariance(outcome)), 6) : null,
    ratio: hasPersons && metricType === 'ratio' && Number.isFinite(outcome.mean) ? round(outcome.mean, 6) : null,
  }
}

/** The evidence of one comparison that holds at every look. */
export function alwaysValidBlock(
  sprt: Inference<MixtureSprt>,
  alpha: number,
  project: Project,
  notes: Speech['words']['readout']['alwaysValid'],
): NonNullable<Block['always_valid']> {
  const { baseline_value: baseline, mde_pct: mde } = project.payload.metrics
  if (!sprt.ok)
    return { ...NOT_EVALUABLE, note: notes[sprt.reason === 'not_defined' ? 'not_defined' : 'not_evaluable'] }
  const { pValue, pValueLog10, lower, upper } = sprt.value
  return {
    status: 'ok',
    always_valid_p_value: round(pValue, 6),
    always_valid_p_value_log10: round(pValueLog10, 6),
    confidence_level: round(1 - alpha, 6),
    ci_sequence_lower: round(lower, 6),
    ci_sequence_upper: round(upper, 6),
    is_significant: pValue < alpha,
    mixture_variance: round(((baseline * mde) / 100) ** 2, 8),
    note: notes.ok,
  }
}

const NOT_EVALUABLE = {
  status: 'not_evaluable',
  always_valid_p_value: null,
  always_valid_p_value_log10: null,
  confidence_level: null,
  ci_sequence_lower: null,
  ci_sequence_upper: null,
  is_significant: null,
  mixture_variance: null,
}

function bonferroniNote(comparisons: number, alpha: number, { say, words }: Speech): string | null {
  if (comparisons === 1) return null
  return say(words.readout.bonferroni, { alpha: Number(alpha.toPrecision(4)), comparisons })
}
