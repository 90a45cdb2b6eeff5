import type { CrossMoments } from '../cross-moments.ts'
import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import type { PivotedCholesky } from '../special/pivoted-cholesky.ts'
import { dot, pivotedCholesky, solve, whiten } from '../special/pivoted-cholesky.ts'
import { welchFromVariances } from './welch.ts'

const RANK_TOLERANCE = 1e-12

/** One slope per covariate, common to all arms, fitted to the deviations from the arms' own means. */
export interface AncovaFit {
  readonly arms: readonly CrossMoments[]
  /** slope of the outcome on each covariate; 0 for a covariate that depends on others */
  readonly thetas: readonly number[]
  readonly rank: number
  /** N - arms - rank */
  readonly degreesOfFreedom: number
  /** residual sum of squares / degreesOfFreedom; NaN where there are none */
  readonly residualVariance: number
  /** within-arm sum of squares of the outcome */
  readonly totalSumOfSquares: number
  /** per arm: mean outcome - thetas · (the arm's covariate means - all persons' covariate means) */
  readonly adjustedMeans: readonly number[]
  /** per arm: unbiased variance of outcome - thetas · covariates; NaN below two persons */
  readonly adjustedVariances: readonly number[]
  /** factor of the within-arm covariate sums of squares, for contrasts */
  readonly covariates: PivotedCholesky
}

/**
 * Analysis of covariance over the arms (several-covariate CUPED): variable 0 is the outcome, 1.. are covariates.
 * theta = S_xx^-1 S_xy from within-arm sums of squares over all arms; rank by pivoted Cholesky of the correlation form
 * (relative tolerance 1e-12). Sources: Cochran 1957; Deng, Xu, Kohavi & Walker 2013.
 */
export function fitAncova(arms: readonly CrossMoments[]): Inference<AncovaFit> {
  const width = arms[0]?.means.length ?? 0
  if (width === 0) return noAnswer('too_few_persons')
  if (!arms.every(arm => arm.means.length === width && arm.products.length === width * width)) {
    return noAnswer('out_of_range')
  }
  const filled = arms.filter(arm => arm.n > 0)
  if (filled.length === 0) return noAnswer('too_few_persons')
  if (!filled.every(arm => [...arm.means, ...arm.products].every(Number.isFinite))) return noAnswer('not_finite')
  const within = sumOfProducts(filled, width)
  const covariates = pivotedCholesky(covariateBlock(within, width), width - 1, RANK_TOLERANCE)
  const outcome = within.slice(1, width)
  const thetas = solve(covariates, outcome)
  const rank = covariates.pivots.length
  const degreesOfFreedom = filled.reduce((sum, arm) => sum + arm.n, 0) - filled.length - rank
  const residual = residualSumOfSquares(within[0]!, whiten(covariates, outcome))
  return answer({
    arms,
    thetas,
    rank,
    degreesOfFreedom,
    residualVariance: degreesOfFreedom > 0 ? residual / degreesOfFreedom : Number.NaN,
    totalSumOfSquares: within[0]!,
    adjustedMeans: adjustedMeans(arms, thetas, grandMeans(filled, width)),
    adjustedVariances: arms.map(arm => adjustedVariance(arm, thetas)),
    covariates,
  })
}

/**
 * Test of two arms of a fit, adjusted: t with the fit's degrees of freedom and
 * se^2 = s^2 (1/n_c + 1/n_t + d' S_xx^-1 d), d the difference of the covariate means. Without a usable covariate: Welch.
 */
export function ancovaContrast(
  fit: AncovaFit,
  control: number,
  treatment: number,
  alpha: number,
): Inference<EffectTest> {
  const c = fit.arms[control]
  const t = fit.arms[treatment]
  if (!c || !t || !isLevel(alpha)) return noAnswer('out_of_range')
  if (!(c.n >= 2 && t.n >= 2)) return noAnswer('too_few_persons')
  if (fit.rank === 0) return welchFromVariances(adjustedArm(fit, control), adjustedArm(fit, treatment), alpha)
  if (!(fit.degreesOfFreedom > 0)) return noAnswer('no_degrees_of_freedom')
  const difference = whiten(
    fit.covariates,
    covariateMeans(t).map((mean, i) => mean - c.means[i + 1]!),
  )
  const squaredError = fit.residualVariance * (1 / c.n + 1 / t.n + dot(difference, difference))
  if (!(squaredError > 0)) return noAnswer('zero_variance')
  const effect = fit.adjustedMeans[treatment]! - fit.adjustedMeans[control]!
  return answer(effectTest(effect, Math.sqrt(squaredError), fit.degreesOfFreedom, alpha))
}

function adjustedArm(fit: AncovaFit, arm: number) {
  return { n: fit.arms[arm]!.n, mean: fit.adjustedMeans[arm]!, variance: fit.adjustedVariances[arm]! }
}

function sumOfProducts(arms: readonly CrossMoments[], width: number): number[] {
  return Array.from({ length: width * width }, (_, at) => arms.reduce((sum, arm) => sum + arm.products[at]!, 0))
}

function covariateBlock(products: readonly number[], width: number): number[] {
  return products.filter((_, at) => at >= width && at % width > 0)
}

/** S_yy - theta' S_xy, where 1e-12 of S_yy counts as nothing. */
function residualSumOfSquares(total: number, explainedRoots: readonly number[]): number {
  const rest = total - dot(explainedRoots, explainedRoots)
  return rest <= RANK_TOLERANCE * total ? 0 : rest
}

function grandMeans(arms: readonly CrossMoments[], width: number): number[] {
  const total = arms.reduce((sum, arm) => sum + arm.n, 0)
  return Array.from({ length: width - 1 }, (_, i) =>
    arms.reduce((sum, arm) => sum + (arm.n / total) * arm.means[i + 1]!, 0),
  )
}

function adjustedMeans(arms: readonly CrossMoments[], thetas: readonly number[], grand: readonly number[]): number[] {
  return arms.map(
    arm =>
      arm.means[0]! -
      dot(
        thetas,
        covariateMeans(arm).map((mean, i) => mean - grand[i]!),
      ),
  )
}

function covariateMeans(arm: CrossMoments): readonly number[] {
  return arm.means.slice(1)
}

function adjustedVariance(arm: CrossMoments, thetas: readonly number[]): number {
  if (arm.n < 2) return Number.NaN
  const direction = [1, ...thetas.map(theta => -theta)]
  const width = direction.length
  const sum = direction.reduce(
    (total, left, i) => total + left * dot(arm.products.slice(i * width, (i + 1) * width), direction),
    0,
  )
  return Math.max(0, sum) / (arm.n - 1)
}
