import {
  type EffectTest,
  type Inference,
  type MixtureSprt,
  mannWhitneyOfHistograms,
  mixtureSprt,
  noAnswer,
  normalSurvival,
  probabilityBetaGreater,
  probabilityNormalGreater,
  sampleVariance,
} from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import { armAlpha } from '../planning/design-effect.ts'
import type { Project } from '../projects/project.ts'
import type { ArmMoments } from './arm-moments.ts'
import { isClusterDesign, primaryClusterTests } from './cluster-tests.ts'
import { estimatorTests } from './estimators.ts'
import { isRankDesign, primaryTest, rateOf } from './primary-test.ts'

/** What a test shows, whatever its statistic is made of: a rank test has no standard error. */
export type ShownTest = Omit<EffectTest, 'standardError' | 'degreesOfFreedom'> & { readonly degreesOfFreedom?: number }

/** One treatment arm against control, unrounded and in natural units (fractions for rates). */
export interface Comparison {
  readonly control: ArmMoments
  readonly treatment: ArmMoments
  /** The planned fixed-horizon test. */
  readonly test: Inference<ShownTest>
  readonly alwaysValid: Inference<MixtureSprt>
  /** Posterior probability that treatment is above control; null where it is not defined. */
  readonly probability: number | null
}

/** alpha of one comparison of this design. */
export function comparisonAlpha({ payload: { metrics, setup, decision_policy } }: Project): number {
  return armAlpha({ ...setup, alpha: metrics.alpha, decision_policy })
}

/** What the comparisons are made of: the arms in planned units, and the cells they come from. */
export interface ComparedData {
  readonly arms: readonly ArmMoments[]
  readonly readout: Readout
}

/** Every treatment arm against arm 0, by the estimator that decides. */
export function compareArms(
  project: Project,
  { arms, readout }: ComparedData,
  alpha: number = comparisonAlpha(project),
): readonly Comparison[] {
  if (isRankDesign(project)) return compareRanks(arms, readout, alpha)
  const estimated = decidingTests(project, readout, alpha)
  return arms.slice(1).map((treatment, index) => {
    const test = estimated?.[index]
    return test === undefined
      ? comparePlainly(project, arms[0]!, treatment, alpha)
      : compareBy(project, test, arms[0]!, treatment, alpha)
  })
}

// Null where the plain test of two arms decides.
function decidingTests(project: Project, readout: Readout, alpha: number): readonly Inference<EffectTest>[] | null {
  return isClusterDesign(project)
    ? primaryClusterTests(project, readout, alpha)
    : estimatorTests(project, readout, alpha)
}

// Order alone is compared: no mean stands behind the shift, so there is neither a mixture of means nor a posterior.
function compareRanks(arms: readonly ArmMoments[], { histograms }: Readout, alpha: number): readonly Comparison[] {
  const of = ({ arm }: ArmMoments) => histograms.find(histogram => histogram.arm === arm) ?? { values: [], counts: [] }
  return arms.slice(1).map(treatment => {
    const test = mannWhitneyOfHistograms(of(arms[0]!), of(treatment), alpha)
    return { control: arms[0]!, treatment, test, alwaysValid: noAnswer('not_defined'), probability: null }
  })
}

function compareBy(
  project: Project,
  test: Inference<EffectTest>,
  control: ArmMoments,
  treatment: ArmMoments,
  alpha: number,
): Comparison {
  if (!test.ok) return { control, treatment, test, alwaysValid: test, probability: null }
  const { effect, standardError } = test.value
  return {
    control,
    treatment,
    test,
    alwaysValid: alwaysValid(project, effect, standardError ** 2, alpha),
    probability: normalSurvival(-effect / standardError),
  }
}

/** Two arms by the planned test alone, whatever estimator decides. */
export function comparePlainly(
  project: Project,
  control: ArmMoments,
  treatment: ArmMoments,
  alpha: number,
): Comparison {
  const test = primaryTest(project, control, treatment, alpha)
  const isBinary = project.payload.metrics.metric_type === 'binary'
  const variance = varianceOfMean(control, isBinary) + varianceOfMean(treatment, isBinary)
  return {
    control,
    treatment,
    test,
    alwaysValid: alwaysValid(project, treatment.outcome.mean - control.outcome.mean, variance, alpha),
    probability: isBinary ? rateProbability(control, treatment) : meanProbability(control, treatment),
  }
}

function alwaysValid(project: Project, effect: number, variance: number, alpha: number): Inference<MixtureSprt> {
  if (!(variance > 0)) return noAnswer('zero_variance')
  const { baseline_value: baseline, mde_pct: mde } = project.payload.metrics
  const planned = ((baseline * mde) / 100) ** 2
  return mixtureSprt({ effect, variance, mixtureVariance: planned > 0 ? planned : variance, alpha })
}

/** The variance of the arm's mean: p(1-p)/n for rates, s²/n for means; NaN below two persons. */
export function varianceOfMean({ outcome }: ArmMoments, isBinary: boolean): number {
  if (outcome.n < 2) return Number.NaN
  return isBinary ? (outcome.mean * (1 - outcome.mean)) / outcome.n : sampleVariance(outcome) / outcome.n
}

function rateProbability(control: ArmMoments, treatment: ArmMoments): number {
  return probabilityBetaGreater(rateOf(control), rateOf(treatment))
}

function meanProbability(control: ArmMoments, treatment: ArmMoments): number | null {
  const [left, right] = [control, treatment].map(arm => ({
    mean: arm.outcome.mean,
    standardError: Math.sqrt(varianceOfMean(arm, false)),
  }))
  if (!left || !right || !(left.standardError > 0) || !(right.standardError > 0)) return null
  return probabilityNormalGreater(left, right)
}
