import {
  type GroupSequentialDesign,
  type Inference,
  normalSurvival,
  sizeBinaryPrecision,
  sizeMeanPrecision,
} from '@verdict/stats'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { designEffect, isClusterDesign } from './design-effect.ts'
import { durationDays } from './duration.ts'
import { meanTest } from './planned-test.ts'

/** Cluster numbers; null outside a cluster design. */
export function clusterCompanion(plan: CalculationPlan, unclusteredSize: number) {
  if (!isClusterDesign(plan))
    return { design_effect: null, avg_cluster_size: null, icc: null, clusters_per_variant: null }
  const effect = designEffect(plan)
  return {
    design_effect: round(effect, 4),
    avg_cluster_size: plan.avg_cluster_size,
    icc: plan.icc,
    clusters_per_variant: Math.ceil((unclusteredSize * effect) / plan.avg_cluster_size!),
  }
}

/** Sizes with a pre-period covariate: continuous metrics with both inputs. */
export function cupedCompanion(plan: CalculationPlan) {
  const { cuped_correlation: correlation, cuped_pre_experiment_std: preStd, std_dev: spread } = plan
  const isMeanTest = plan.metric_type === 'continuous' && (plan.planned_test ?? 'z_test') === 'z_test'
  if (!isMeanTest || correlation === null || preStd === null || spread === null) return NO_CUPED
  const reduced = spread * Math.sqrt((1 - correlation) * (1 + correlation))
  const size = inflated(meanTest(plan, reduced).size(), plan)
  return {
    cuped_std: round(reduced, 4),
    cuped_sample_size_per_variant: size,
    cuped_variance_reduction_pct: round(100 * correlation * correlation, 1),
    cuped_duration_days: size === null ? null : durationDays(plan, size),
    cuped_theta: round((correlation * spread) / preStd, 4),
  }
}

/** The size that gives an interval of the wanted precision. */
export function bayesianCompanion(plan: CalculationPlan, { say, words }: Speech) {
  const { analysis_mode: mode, desired_precision: precision, credibility } = plan
  if (mode !== 'bayesian' || precision === null || plan.metric_type === 'count') return NO_BAYES
  const size =
    plan.metric_type === 'binary'
      ? sizeBinaryPrecision({ baseline: plan.baseline_value, precision: precision / 100, credibility })
      : sizeMeanPrecision({ sigma: plan.std_dev ?? Number.NaN, precision, credibility })
  return {
    bayesian_sample_size_per_variant: inflated(size, plan),
    bayesian_credibility: credibility,
    bayesian_note: say(words.planning.bayesianNote, { credibility: round(credibility * 100, 2), precision }),
  }
}

/** The bounds of each look, and what the looks cost. */
export function sequentialCompanion(design: GroupSequentialDesign | null, sizePerVariant: number) {
  if (design === null) return NO_LOOKS
  return {
    sequential_boundaries: design.z.map((_, index) => boundary(design, index)),
    sequential_inflation_factor: round(design.inflation, 4),
    sequential_adjusted_sample_size: Math.ceil(sizePerVariant * design.inflation),
  }
}

function boundary({ times, z, spent, futility }: GroupSequentialDesign, index: number) {
  return {
    look: index + 1,
    info_fraction: round(times[index]!, 4),
    cumulative_alpha_spent: round(spent[index]!, 6),
    incremental_alpha: round(spent[index]! - (spent[index - 1] ?? 0), 6),
    z_boundary: round(z[index]!, 4),
    p_boundary: round(2 * normalSurvival(z[index]!), 6),
    is_final: index + 1 === times.length,
    futility_z_boundary: roundOrNull(futility?.[index] ?? null, 4),
  }
}

function inflated(size: Inference<number>, plan: CalculationPlan): number | null {
  return size.ok ? Math.ceil(size.value * designEffect(plan)) : null
}

const NO_CUPED = {
  cuped_std: null,
  cuped_sample_size_per_variant: null,
  cuped_variance_reduction_pct: null,
  cuped_duration_days: null,
  cuped_theta: null,
}
const NO_BAYES = { bayesian_sample_size_per_variant: null, bayesian_credibility: null, bayesian_note: null }
const NO_LOOKS = {
  sequential_boundaries: null,
  sequential_inflation_factor: null,
  sequential_adjusted_sample_size: null,
}
