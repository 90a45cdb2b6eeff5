import { chiSquareLogSurvival, chiSquareSurvival } from '../distributions/chi-square.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { dot, pivotedCholesky, solve } from '../special/pivoted-cholesky.ts'
import { fitCox } from './cox.ts'
import { coxData, coxDerivatives } from './cox-likelihood.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import type { SurvivalArm } from './survival-arm.ts'

/** A score test that one coefficient, or none of them, changes linearly with time; a small p says that it does. */
export interface ProportionalityTest {
  readonly chiSquare: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
}

export interface ProportionalHazardsTest {
  readonly perCovariate: readonly ProportionalityTest[]
  readonly whole: ProportionalityTest
}

/** What the coefficient is supposed to be linear in: time itself, or 1 - the Kaplan-Meier curve just before it. */
export type HazardTime = 'identity' | 'survival'

const TOLERANCE = 1e-10

/** Sums over the event times of the centred time's powers with the Schoenfeld residuals r and their variances V. */
interface TimeSums {
  /** V, t V and t^2 V, row-major */
  readonly plain: number[]
  readonly linear: number[]
  readonly square: number[]
  /** t r */
  readonly score: number[]
}

/**
 * Check of Cox's model by its Schoenfeld residuals (Grambsch & Therneau 1994, as a score test): for beta_k + theta_k t the
 * statistic U'(C - B A^-1 B)^-1 U, U = sum of t r, A, B, C = sum of V, t V, t^2 V, t centred; one test a covariate and one
 * of all. `time` survival (R's km) keeps the level where late times lie far out; identity asks about the clock. Degenerate input: as `fitCox`; events at one time only: `zero_variance`.
 */
export function proportionalHazardsTest(
  persons: SurvivalArm,
  covariates: readonly ArrayLike<number>[],
  time: HazardTime = 'survival',
): Inference<ProportionalHazardsTest> {
  const fit = fitCox(persons, covariates)
  if (!fit.ok) return fit
  const size = covariates.length
  const { plain, linear, square, score } = timeSums(persons, covariates, fit.value.coefficients, time)
  const inverse = pivotedCholesky(plain, size, TOLERANCE)
  const columnOf = (matrix: readonly number[], j: number) =>
    Array.from({ length: size }, (_, i) => matrix[i * size + j]!)
  const explained = Array.from({ length: size }, (_, j) => solve(inverse, columnOf(linear, j)))
  const variance = square.map((value, at) => {
    return value - dot(columnOf(linear, Math.floor(at / size)), explained[at % size]!)
  })
  const whole = pivotedCholesky(variance, size, TOLERANCE)
  if (whole.pivots.length < size) return noAnswer('zero_variance')
  return answer({
    perCovariate: score.map((value, j) => testOf((value * value) / variance[j * size + j]!, 1)),
    whole: testOf(dot(score, solve(whole, score)), size),
  })
}

function timeSums(
  persons: SurvivalArm,
  covariates: readonly ArrayLike<number>[],
  beta: readonly number[],
  clock: HazardTime,
): TimeSums {
  const size = covariates.length
  const rows: { time: number; residual: Float64Array; variance: Float64Array }[] = []
  coxDerivatives(coxData(persons, covariates), beta, (time, residual, variance) => {
    rows.push({ time, residual: Float64Array.from(residual), variance: Float64Array.from(variance) })
  })
  if (clock === 'survival') moveToSurvival(rows, persons)
  const centre = rows.reduce((sum, row) => sum + row.time, 0) / rows.length
  const sums: TimeSums = {
    plain: new Array<number>(size * size).fill(0),
    linear: new Array<number>(size * size).fill(0),
    square: new Array<number>(size * size).fill(0),
    score: new Array<number>(size).fill(0),
  }
  for (const { time, residual, variance } of rows) {
    const t = time - centre
    for (let at = 0; at < size * size; at += 1) {
      sums.plain[at]! += variance[at]!
      sums.linear[at]! += t * variance[at]!
      sums.square[at]! += t * t * variance[at]!
    }
    for (let j = 0; j < size; j += 1) sums.score[j]! += t * residual[j]!
  }
  return sums
}

/** Replaces each event time by 1 - S just before it; the rows come by falling time. */
function moveToSurvival(rows: { time: number }[], persons: SurvivalArm): void {
  const curve = kaplanMeier(persons, 0.5)
  if (!curve.ok) return
  const { steps } = curve.value
  rows.forEach((row, i) => {
    row.time = 1 - (steps[rows.length - i - 2]?.survival ?? 1)
  })
}

function testOf(chiSquare: number, degreesOfFreedom: number): ProportionalityTest {
  return {
    chiSquare,
    degreesOfFreedom,
    pValue: chiSquareSurvival(chiSquare, degreesOfFreedom),
    pValueLog10: chiSquareLogSurvival(chiSquare, degreesOfFreedom) / Math.LN10,
  }
}
