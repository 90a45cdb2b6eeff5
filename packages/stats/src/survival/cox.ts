import { chiSquareSurvival } from '../distributions/chi-square.ts'
import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { pivotedCholesky, solve } from '../special/pivoted-cholesky.ts'
import type { CoxData, CoxDerivatives } from './cox-likelihood.ts'
import { coxData, coxDerivatives } from './cox-likelihood.ts'
import type { SurvivalArm } from './survival-arm.ts'
import { survivalFault } from './survival-arm.ts'

export interface CoxFit {
  /** log hazard ratios per unit of each covariate */
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  readonly logLikelihood: number
  /** log-likelihood with all coefficients 0 */
  readonly nullLogLikelihood: number
}

/** Hazard of the treatment over that of the control; effect, interval and error are of its logarithm. */
export interface HazardRatioTest extends EffectTest {
  readonly hazardRatio: number
  readonly hazardRatioLower: number
  readonly hazardRatioUpper: number
  /** score test that the ratio does not change with time (Grambsch & Therneau 1994); small: it does */
  readonly proportionalityP: number
}

const VANISHING = 1e-8
const TOLERANCE = 1e-10

/**
 * Cox's proportional-hazards model (1972) with Efron's ties, by Newton's method with halved steps; O(n log n + n k^2) a
 * step. `covariates` are columns, one value a person. Dependent or constant covariates: `no_usable_covariate`; a
 * likelihood that rises for ever (information below 1e-8 of that at 0): `unbounded`.
 */
export function fitCox(persons: SurvivalArm, covariates: readonly ArrayLike<number>[]): Inference<CoxFit> {
  const fault = survivalFault([persons])
  if (fault) return noAnswer(fault)
  if (covariates.some(column => column.length !== persons.durations.length)) return noAnswer('out_of_range')
  if (!covariates.every(column => Array.from(column).every(Number.isFinite))) return noAnswer('not_finite')
  return maximize(coxData(persons, covariates))
}

/** The model with the arm alone: Wald test and interval of the log hazard ratio, and the check of proportionality. */
export function hazardRatioTest(
  control: SurvivalArm,
  treatment: SurvivalArm,
  alpha: number,
): Inference<HazardRatioTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const fault = survivalFault([control, treatment])
  if (fault) return noAnswer(fault)
  const arms = [control, treatment]
  const persons = {
    durations: Float64Array.from(arms.flatMap(arm => Array.from(arm.durations))),
    events: arms.flatMap(arm => Array.from(arm.events)),
  }
  const data = coxData(persons, [
    Float64Array.from(persons.durations, (_, i) => (i < control.durations.length ? 0 : 1)),
  ])
  const fit = maximize(data)
  if (!fit.ok) return fit
  const beta = fit.value.coefficients[0]!
  const test = effectTest(beta, fit.value.standardErrors[0]!, Number.POSITIVE_INFINITY, alpha)
  return answer({
    ...test,
    hazardRatio: Math.exp(beta),
    hazardRatioLower: Math.exp(test.lower),
    hazardRatioUpper: Math.exp(test.upper),
    proportionalityP: proportionality(data, beta),
  })
}

function maximize(data: CoxData): Inference<CoxFit> {
  let beta: readonly number[] = new Array<number>(data.size).fill(0)
  let at = coxDerivatives(data, beta)
  const start = at
  for (let round = 0; round < 50; round += 1) {
    const step = newtonStep(at, data.size)
    if (step === null) return noAnswer(round === 0 ? 'no_usable_covariate' : 'unbounded')
    const next = improve(data, beta, step, at)
    beta = next.beta
    at = next.at
    if (hasVanished(at, start, data.size)) return noAnswer('unbounded')
    if (Math.max(...step.map((part, j) => Math.abs(part) * reach(data, j))) < TOLERANCE) break
  }
  const cholesky = pivotedCholesky(Array.from(at.information), data.size, TOLERANCE)
  const unit = (j: number) => beta.map((_, i) => (i === j ? 1 : 0))
  return answer({
    coefficients: beta,
    standardErrors: beta.map((_, j) => Math.sqrt(solve(cholesky, unit(j))[j]!)),
    logLikelihood: at.logLikelihood,
    nullLogLikelihood: start.logLikelihood,
  })
}

function newtonStep({ score, information }: CoxDerivatives, size: number): number[] | null {
  const cholesky = pivotedCholesky(Array.from(information), size, TOLERANCE)
  return cholesky.pivots.length < size ? null : solve(cholesky, Array.from(score))
}

/** The step, halved while it lowers the likelihood. */
function improve(data: CoxData, beta: readonly number[], step: readonly number[], from: CoxDerivatives) {
  let part = 1
  for (;;) {
    const next = beta.map((b, j) => b + part * step[j]!)
    const at = coxDerivatives(data, next)
    if (at.logLikelihood >= from.logLikelihood - 1e-9 * Math.abs(from.logLikelihood) || part < 1e-6) {
      return { beta: next, at }
    }
    part /= 2
  }
}

/** Whether some covariate has next to no information left: its coefficient runs away. */
function hasVanished(at: CoxDerivatives, start: CoxDerivatives, size: number): boolean {
  const diagonal = (j: number) => j * size + j
  for (let j = 0; j < size; j += 1) {
    if (!(at.information[diagonal(j)]! > VANISHING * start.information[diagonal(j)]!)) return true
  }
  return false
}

/** The largest centred value of a covariate: a scale for its coefficient. */
function reach({ covariates, size }: CoxData, column: number): number {
  let largest = 0
  for (let at = column; at < covariates.length; at += size) largest = Math.max(largest, Math.abs(covariates[at]!))
  return largest
}

/** p of the score test for a coefficient that changes linearly with time. */
function proportionality(data: CoxData, beta: number): number {
  const rows: { time: number; residual: number; variance: number }[] = []
  coxDerivatives(data, [beta], (time, residual, variance) => {
    rows.push({ time, residual: residual[0]!, variance: variance[0]! })
  })
  const sum = (f: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + f(row), 0)
  const whole = sum(row => row.variance)
  const center = sum(row => row.time * row.variance) / whole
  const score = sum(row => (row.time - center) * row.residual)
  const information = sum(row => (row.time - center) ** 2 * row.variance)
  return information > 0 ? chiSquareSurvival(score ** 2 / information, 1) : Number.NaN
}
