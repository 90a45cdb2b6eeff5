import {
  type CrossMoments,
  type EffectTest,
  fitAncova,
  type Inference,
  mergeCrossMoments,
  mergeMoments,
  noAnswer,
  postStratifiedTest,
  sampleVariance,
  welchFromVariances,
} from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, crossMomentsByArm, momentsByArm } from './arm-moments.ts'
import { MOST_COVARIATES, MOST_STRATA } from './readout-query.ts'

/** The tests of the estimator that decides, by treatment arm from arm 1; null where the plain test decides. Nobody is left out. */
export function estimatorTests(
  project: Project,
  readout: Readout,
  alpha: number,
): readonly Inference<EffectTest>[] | null {
  const { decision_policy: policy } = project.payload
  if (policy.estimator === 'unadjusted') return null
  return policy.estimator === 'cuped' ? adjusted(project, readout, alpha) : stratified(project, readout, alpha)
}

// A person without every covariate has their means, and an indicator that says so: one more covariate.
function adjusted(project: Project, readout: Readout, alpha: number): readonly Inference<EffectTest>[] {
  const arms = project.payload.setup.variants_count
  if (readout.covariateCount > MOST_COVARIATES) return refusals(arms, noAnswer('no_usable_covariate'))
  const covered = crossMomentsByArm(readout, arms).map(withIndicator)
  const means = covered.reduce((sum, arm) => mergeCrossMoments(sum, arm)).means
  const uncovered = momentsByArm(
    readout.cells.filter(cell => cell.crossed === null),
    arms,
  ).map(arm => withMeans(arm, means))
  const fit = fitAncova(covered.map((arm, index) => mergeCrossMoments(arm, uncovered[index]!)))
  if (!fit.ok) return refusals(arms, fit)
  const { adjustedMeans, adjustedVariances } = fit.value
  const parts = adjustedMeans.map((mean, arm) => ({
    n: covered[arm]!.n + uncovered[arm]!.n,
    mean,
    variance: adjustedVariances[arm]!,
  }))
  return parts.slice(1).map(treatment => welchFromVariances(parts[0]!, treatment, alpha))
}

function withIndicator({ n, means, products }: CrossMoments): CrossMoments {
  const size = means.length
  const wide = Array.from({ length: (size + 1) ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / (size + 1)), at % (size + 1)]
    return row < size && column < size ? products[row * size + column]! : 0
  })
  return { n, means: [...means, 0], products: wide }
}

function withMeans({ outcome }: ArmMoments, means: readonly number[]): CrossMoments {
  const size = means.length
  const products = Array.from({ length: size * size }, (_, at) => (at === 0 ? outcome.m2 : 0))
  return { n: outcome.n, means: [outcome.mean, ...means.slice(1, -1), 1], products }
}

// Strata too small to compare, and persons without one, are one stratum together.
function stratified(project: Project, readout: Readout, alpha: number): readonly Inference<EffectTest>[] {
  const { metrics, setup } = project.payload
  const arms = setup.variants_count
  if (readout.stratumCount > MOST_STRATA) return refusals(arms, noAnswer('no_usable_stratum'))
  const isBinary = metrics.metric_type === 'binary'
  const strata = wholeStrata(readout, arms)
  return Array.from({ length: arms - 1 }, (_, index) =>
    postStratifiedTest(
      strata.map(stratum => ({
        control: varianceOf(stratum[0]!, isBinary),
        treatment: varianceOf(stratum[index + 1]!, isBinary),
      })),
      alpha,
      isBinary ? 'binary' : 'continuous',
    ),
  )
}

function wholeStrata(readout: Readout, arms: number): readonly (readonly ArmMoments[])[] {
  const names = [...new Set(readout.cells.map(({ stratum }) => stratum))]
  const strata = names.map(name => ({
    isNamed: name !== null,
    arms: momentsByArm(
      readout.cells.filter(({ stratum }) => stratum === name),
      arms,
    ),
  }))
  const isWhole = (stratum: readonly ArmMoments[]) => stratum.every(({ outcome }) => outcome.n >= 2)
  const whole = strata.filter(stratum => stratum.isNamed && isWhole(stratum.arms)).map(stratum => stratum.arms)
  const rest = strata.filter(stratum => !(stratum.isNamed && isWhole(stratum.arms))).map(stratum => stratum.arms)
  if (rest.length === 0) return whole
  const together = rest.reduce(mergeStrata)
  if (isWhole(together) || whole.length === 0) return [...whole, together]
  const [largest, ...others] = whole.sort((a, b) => sizeOf(b) - sizeOf(a))
  return [mergeStrata(largest!, together), ...others]
}

function mergeStrata(a: readonly ArmMoments[], b: readonly ArmMoments[]): readonly ArmMoments[] {
  return a.map(({ arm, converted, outcome }, index) => ({
    arm,
    converted: converted + b[index]!.converted,
    outcome: mergeMoments(outcome, b[index]!.outcome),
  }))
}

function sizeOf(stratum: readonly ArmMoments[]): number {
  return stratum.reduce((sum, { outcome }) => sum + outcome.n, 0)
}

function varianceOf({ outcome }: ArmMoments, isBinary: boolean) {
  const { n, mean } = outcome
  return { n, mean, variance: isBinary ? mean * (1 - mean) : sampleVariance(outcome) }
}

function refusals(arms: number, refusal: Inference<never>): readonly Inference<never>[] {
  return Array.from({ length: arms - 1 }, () => refusal)
}
