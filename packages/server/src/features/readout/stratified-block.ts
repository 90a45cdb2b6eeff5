import { type Inference, type PostStratifiedTest, postStratifiedTest, sampleVariance } from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, momentsByStratum, type StratumMoments } from './arm-moments.ts'
import { isClusterDesign } from './cluster-tests.ts'
import { comparisonAlpha } from './comparison.ts'
import type { LiveStats } from './live-stats-schema.ts'
import { MOST_STRATA } from './readout-query.ts'

type Block = LiveStats['stratified']

/** Post-stratification, unrounded. */
export interface StratifiedAnalysis {
  readonly strata: readonly StratumMoments[]
  /** By treatment arm, from arm 1. */
  readonly tests: readonly Inference<PostStratifiedTest>[]
}

export function analyzeStrata(project: Project, readout: Readout): StratifiedAnalysis | null {
  const { metrics, setup } = project.payload
  if (!isStratifiable(project) || readout.stratumCount === 0 || readout.stratumCount > MOST_STRATA) return null
  const strata = momentsByStratum(readout.cells, setup.variants_count)
  const isBinary = metrics.metric_type === 'binary'
  const alpha = comparisonAlpha(project)
  const tests = Array.from({ length: setup.variants_count - 1 }, (_, index) => {
    const pairs = strata.map(({ arms }) => ({
      control: armVariance(arms[0]!, isBinary),
      treatment: armVariance(arms[index + 1]!, isBinary),
    }))
    return postStratifiedTest(pairs, alpha, isBinary ? 'binary' : 'continuous')
  })
  return { strata, tests }
}

export function stratifiedBlock(
  project: Project,
  readout: Readout,
  exposedUsers: number,
  analysis: StratifiedAnalysis | null,
  speech: Speech,
): Block {
  const { say } = speech
  const words = speech.words.readout.stratified
  if (!isStratifiable(project)) return empty('unavailable', words.not_applicable)
  if (readout.stratumCount > MOST_STRATA) {
    const note = say(words.too_many_strata, { count: readout.stratumCount, limit: MOST_STRATA })
    return { ...empty('too_many_strata', note), num_strata: readout.stratumCount }
  }
  if (analysis === null) return empty('unavailable', words.unavailable)
  return {
    status: 'available',
    note: words.available,
    num_strata: analysis.strata.length,
    stratified_users_total: analysis.strata.reduce((sum, stratum) => sum + usersOf(stratum), 0),
    exposed_users_total: exposedUsers,
    comparisons: analysis.tests.map((test, index) =>
      comparison(test, analysis.strata, index + 1, comparisonAlpha(project), words.insufficient_data),
    ),
  }
}

function comparison(
  test: Inference<PostStratifiedTest>,
  strata: readonly StratumMoments[],
  treatment: number,
  alpha: number,
  noTestNote: string,
): Block['comparisons'][number] {
  const effects = strata.map(stratum => stratumEffect(stratum, treatment))
  if (!test.ok) {
    return { ...NO_TEST, treatment_index: treatment, strata: effects, note: noTestNote }
  }
  const { value } = test
  return {
    treatment_index: treatment,
    status: 'ok',
    effect: round(value.effect, 6),
    standard_error: round(value.standardError, 6),
    test_statistic: round(value.statistic, 6),
    p_value: round(value.pValue, 6),
    p_value_log10: round(value.pValueLog10, 6),
    ci_lower: round(value.lower, 6),
    ci_upper: round(value.upper, 6),
    ci_level: round(value.level, 6),
    is_significant: value.pValue < alpha,
    variance_reduction_pct: roundOrNull(100 * (1 - value.standardError ** 2 / value.unstratifiedVariance), 4),
    num_strata: value.usedStrata.length,
    strata: effects,
    note: null,
  }
}

function stratumEffect({ stratum, arms }: StratumMoments, treatment: number) {
  const [control, treated] = [arms[0]!.outcome, arms[treatment]!.outcome]
  const isUsed = control.n >= 2 && treated.n >= 2
  return {
    stratum,
    users: control.n + treated.n,
    control_users: control.n,
    treatment_users: treated.n,
    effect: isUsed ? round(treated.mean - control.mean, 6) : null,
  }
}

function armVariance({ outcome }: ArmMoments, isBinary: boolean) {
  const variance = isBinary ? outcome.mean * (1 - outcome.mean) : sampleVariance(outcome)
  return { n: outcome.n, mean: outcome.mean, variance }
}

function usersOf({ arms }: StratumMoments): number {
  return arms.reduce((sum, arm) => sum + arm.outcome.n, 0)
}

// Errors within strata take persons for independent.
function isStratifiable(project: Project): boolean {
  const { metric_type: metricType } = project.payload.metrics
  return (metricType === 'binary' || metricType === 'continuous') && !isClusterDesign(project)
}

const NO_TEST = {
  status: 'insufficient_data',
  effect: null,
  standard_error: null,
  test_statistic: null,
  p_value: null,
  p_value_log10: null,
  ci_lower: null,
  ci_upper: null,
  ci_level: null,
  is_significant: null,
  variance_reduction_pct: null,
  num_strata: 0,
}

function empty(status: string, note: string): Block {
  return { status, note, num_strata: null, stratified_users_total: null, exposed_users_total: null, comparisons: [] }
}
