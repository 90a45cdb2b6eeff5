import type { SurvivalArm } from './survival-arm.ts'

/** Persons of a Cox model, sorted by falling time. */
export interface CoxData {
  readonly times: Float64Array
  readonly events: Uint8Array
  /** row-major, one row a person, centred */
  readonly covariates: Float64Array
  readonly size: number
}

/** Log partial likelihood, its gradient, and minus its Hessian (row-major). */
export interface CoxDerivatives {
  readonly logLikelihood: number
  readonly score: Float64Array
  readonly information: Float64Array
}

/** What is said at each event time: called with the time, the observed less expected covariates, and their variance. */
export type EventTimeVisitor = (time: number, residual: Float64Array, variance: Float64Array) => void

/** Sorts persons by falling time and centres each covariate column. */
export function coxData({ durations, events }: SurvivalArm, columns: readonly ArrayLike<number>[]): CoxData {
  const order = Uint32Array.from(durations, (_, i) => i).sort((a, b) => durations[b]! - durations[a]!)
  const size = columns.length
  const covariates = new Float64Array(order.length * size)
  columns.forEach((column, j) => {
    const mean = Array.from(column).reduce((sum, value) => sum + value, 0) / column.length
    order.forEach((person, row) => {
      covariates[row * size + j] = column[person]! - mean
    })
  })
  return {
    times: Float64Array.from(order, person => durations[person]!),
    events: Uint8Array.from(order, person => (events[person] ? 1 : 0)),
    covariates,
    size,
  }
}

/**
 * One pass over the risk sets with Efron's (1977) treatment of ties: the l-th of d tied events sees the risk set less
 * l / d of the tied persons.
 */
export function coxDerivatives(data: CoxData, beta: ArrayLike<number>, visit?: EventTimeVisitor): CoxDerivatives {
  const { times, events, covariates, size } = data
  const risk = new Sums(size)
  const tied = new Sums(size)
  const score = new Float64Array(size)
  const information = new Float64Array(size * size)
  let logLikelihood = 0
  for (let from = 0; from < times.length; ) {
    let to = from
    tied.clear()
    const residual = new Float64Array(size)
    let deaths = 0
    for (; to < times.length && times[to] === times[from]; to += 1) {
      const row = covariates.subarray(to * size, (to + 1) * size)
      const linear = dotRow(row, beta)
      risk.add(row, Math.exp(linear))
      if (events[to] === 0) continue
      deaths += 1
      tied.add(row, Math.exp(linear))
      logLikelihood += linear
      for (let j = 0; j < size; j += 1) residual[j]! += row[j]!
    }
    if (deaths > 0) {
      const variance = new Float64Array(size * size)
      for (let l = 0; l < deaths; l += 1) logLikelihood -= subtractMean(risk, tied, l / deaths, residual, variance)
      for (let j = 0; j < size; j += 1) score[j]! += residual[j]!
      for (let j = 0; j < size * size; j += 1) information[j]! += variance[j]!
      visit?.(times[from]!, residual, variance)
    }
    from = to
  }
  return { logLikelihood, score, information }
}

/** Sums over persons of weight, weight x, weight x x'. */
class Sums {
  readonly first: Float64Array
  readonly second: Float64Array
  weight = 0

  constructor(size: number) {
    this.first = new Float64Array(size)
    this.second = new Float64Array(size * size)
  }

  add(row: Float64Array, weight: number): void {
    this.weight += weight
    for (let i = 0; i < row.length; i += 1) {
      const part = weight * row[i]!
      this.first[i]! += part
      for (let j = 0; j < row.length; j += 1) this.second[i * row.length + j]! += part * row[j]!
    }
  }

  clear(): void {
    this.weight = 0
    this.first.fill(0)
    this.second.fill(0)
  }
}

/** Takes the risk set's mean from the residual, adds its variance; gives the log of its weight. */
function subtractMean(risk: Sums, tied: Sums, share: number, residual: Float64Array, variance: Float64Array): number {
  const size = residual.length
  const weight = risk.weight - share * tied.weight
  const mean = risk.first.map((sum, i) => (sum - share * tied.first[i]!) / weight)
  for (let i = 0; i < size; i += 1) {
    residual[i]! -= mean[i]!
    for (let j = 0; j < size; j += 1) {
      const at = i * size + j
      variance[at]! += (risk.second[at]! - share * tied.second[at]!) / weight - mean[i]! * mean[j]!
    }
  }
  return Math.log(weight)
}

function dotRow(row: Float64Array, beta: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += row[i]! * beta[i]!
  return sum
}
