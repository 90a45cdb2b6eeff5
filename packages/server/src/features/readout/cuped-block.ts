import {
  type AncovaFit,
  ancovaContrast,
  type CrossMoments,
  type EffectTest,
  fitAncova,
  type Inference,
} from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import { analysisResponse } from './analysis-response.ts'
import { type ArmMoments, crossMomentsByArm } from './arm-moments.ts'
import { isClusterDesign } from './cluster-tests.ts'
import { comparisonAlpha } from './comparison.ts'
import type { LiveStats } from './live-stats-schema.ts'
import { MOST_COVARIATES } from './readout-query.ts'

type Block = LiveStats['cuped']

/** CUPED over the persons with every covariate, unrounded. */
export interface CupedAnalysis {
  readonly arms: readonly CrossMoments[]
  readonly fit: Inference<AncovaFit>
  /** By treatment arm, from arm 1. */
  readonly contrasts: readonly Inference<EffectTest>[]
}

export function analyzeCuped(project: Project, readout: Readout): CupedAnalysis | null {
  if (!isApplicable(project) || readout.covariates.length === 0) return null
  const arms = crossMomentsByArm(readout, project.payload.setup.variants_count)
  const fit = fitAncova(arms)
  const contrasts = arms
    .slice(1)
    .map((_, index) => (fit.ok ? ancovaContrast(fit.value, 0, index + 1, comparisonAlpha(project)) : fit))
  return { arms, fit, contrasts }
}

export function cupedBlock(
  project: Project,
  readout: Readout,
  arms: readonly ArmMoments[],
  analysis: CupedAnalysis | null,
  speech: Speech,
): Block {
  const { say } = speech
  const words = speech.words.readout.cuped
  if (!isApplicable(project)) return empty('not_applicable', words.not_applicable)
  if (readout.covariateCount > MOST_COVARIATES) {
    const note = say(words.too_many_covariates, { count: readout.covariateCount, limit: MOST_COVARIATES })
    return { ...empty('too_many_covariates', note), num_covariates: readout.covariateCount }
  }
  if (analysis === null) return empty('unavailable', words.unavailable)
  return available(project, readout, arms, analysis, speech)
}

// Adjusted errors take persons for independent.
function isApplicable(project: Project): boolean {
  return project.payload.metrics.metric_type === 'continuous' && !isClusterDesign(project)
}

function available(
  project: Project,
  readout: Readout,
  arms: readonly ArmMoments[],
  { arms: covered, fit, contrasts }: CupedAnalysis,
  speech: Speech,
): Block {
  const thetas = fit.ok ? fit.value.thetas : []
  const coveredUsers = covered.reduce((sum, arm) => sum + arm.n, 0)
  const exposedUsers = arms.reduce((sum, arm) => sum + arm.outcome.n, 0)
  return {
    status: 'available',
    note: speech.words.readout.cuped.available,
    theta: thetas.length === 1 ? round(thetas[0]!, 6) : null,
    num_covariates: readout.covariates.length,
    covariates: thetas.map((theta, index) => ({ name: readout.covariates[index]!, theta: round(theta, 6) })),
    variance_reduction_pct: fit.ok ? pooledReduction(fit.value) : null,
    covariate_users_total: coveredUsers,
    exposed_users_total: exposedUsers,
    coverage_total: exposedUsers === 0 ? null : round(coveredUsers / exposedUsers, 4),
    selection_caveat: coveredUsers < exposedUsers ? 'complete_case_subset' : null,
    comparisons: contrasts.map((contrast, index) =>
      comparison(project, arms, covered, fit, contrast, index + 1, speech),
    ),
  }
}

function comparison(
  project: Project,
  arms: readonly ArmMoments[],
  covered: readonly CrossMoments[],
  fit: Inference<AncovaFit>,
  contrast: Inference<EffectTest>,
  treatment: number,
  speech: Speech,
): Block['comparisons'][number] {
  const stat = (arm: number) => armStat(arms[arm]!, covered[arm]!, fit)
  const alpha = comparisonAlpha(project)
  const means = (arm: number) => (fit.ok ? fit.value.adjustedMeans[arm]! : Number.NaN)
  const context = { metricType: 'continuous', alpha, controlMean: means(0), treatmentMean: means(treatment) }
  return {
    treatment_index: treatment,
    status: contrast.ok ? 'ok' : 'insufficient_data',
    control: stat(0),
    treatment: stat(treatment),
    analysis: contrast.ok ? analysisResponse(contrast.value, context, speech) : null,
    variance_reduction_pct: contrast.ok ? reduction(contrast.value, covered[0]!, covered[treatment]!) : null,
    note: contrast.ok ? null : speech.words.readout.cuped.insufficient_data,
  }
}

function armStat({ arm, outcome }: ArmMoments, covered: CrossMoments, fit: Inference<AncovaFit>) {
  const adjustedVariance = fit.ok ? fit.value.adjustedVariances[arm]! : Number.NaN
  return {
    variation_index: arm,
    covariate_users: covered.n,
    exposed_users: outcome.n,
    coverage: outcome.n === 0 ? null : round(covered.n / outcome.n, 4),
    unadjusted_mean: covered.n === 0 ? null : round(covered.means[0]!, 6),
    adjusted_mean: fit.ok && covered.n > 0 ? roundOrNull(fit.value.adjustedMeans[arm]!, 6) : null,
    adjusted_std: roundOrNull(Math.sqrt(adjustedVariance), 6),
  }
}

// Against the unadjusted Welch variance of the same persons; may be negative.
function reduction(contrast: EffectTest, control: CrossMoments, treatment: CrossMoments): number | null {
  const variance = (arm: CrossMoments) => arm.products[0]! / (arm.n - 1) / arm.n
  return roundOrNull(100 * (1 - contrast.standardError ** 2 / (variance(control) + variance(treatment))), 4)
}

function pooledReduction(fit: AncovaFit): number | null {
  const residual = fit.residualVariance * fit.degreesOfFreedom
  return roundOrNull(100 * (1 - residual / fit.totalSumOfSquares), 4)
}

function empty(status: string, note: string): Block {
  return {
    status,
    note,
    theta: null,
    num_covariates: null,
    covariates: [],
    variance_reduction_pct: null,
    covariate_users_total: null,
    exposed_users_total: null,
    coverage_total: null,
    selection_caveat: null,
    comparisons: [],
  }
}
