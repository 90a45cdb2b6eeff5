import { normalTail } from './normal-tail.ts'

interface Arm {
  readonly durations: readonly number[]
  readonly events: readonly boolean[]
}

/** Log-rank test of several arms: at every event time all persons are looked at again. The arms must be even in number. */
export function textbookLogRank(arms: readonly Arm[]) {
  const columns = arms.map(({ durations, events }) => ({
    times: Float64Array.from(durations),
    seen: Uint8Array.from(events, Number),
  }))
  const eventTimes = new Set(arms.flatMap(({ durations, events }) => durations.filter((_, i) => events[i])))
  const size = arms.length - 1
  const excess = new Float64Array(size)
  const variance = Array.from({ length: size }, () => new Float64Array(size))
  const atRisk = new Float64Array(arms.length)
  const died = new Float64Array(arms.length)
  for (const time of eventTimes) {
    columns.forEach(({ times, seen }, arm) => {
      let [waiting, events] = [0, 0]
      for (let i = 0; i < times.length; i += 1) {
        if (times[i]! >= time) waiting += 1
        if (times[i] === time) events += seen[i]!
      }
      atRisk[arm] = waiting
      died[arm] = events
    })
    addTime(excess, variance, atRisk, died)
  }
  const chiSquare = dot(excess, solve(variance, excess))
  return { chiSquare, pValue: chiSquareTail(chiSquare, size) }
}

function addTime(excess: Float64Array, variance: Float64Array[], atRisk: Float64Array, died: Float64Array): void {
  const n = atRisk.reduce((sum, count) => sum + count, 0)
  const d = died.reduce((sum, count) => sum + count, 0)
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0
  for (let i = 0; i < excess.length; i += 1) {
    excess[i]! += died[i]! - (d * atRisk[i]!) / n
    for (let j = 0; j < excess.length; j += 1) {
      variance[i]![j]! += (spread * atRisk[i]! * ((i === j ? n : 0) - atRisk[j]!)) / (n * n)
    }
  }
}

/** Gauss's elimination; the matrix is positive definite, so that no rows need to be exchanged. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, i) => Float64Array.of(...row, right[i]!))
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      for (let column = pivot; column <= size; column += 1) rows[row]![column]! -= factor * rows[pivot]![column]!
    }
  }
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = rows[row]![size]!
    for (let column = row + 1; column < size; column += 1) rest -= rows[row]![column]! * solution[column]!
    solution[row] = rest / rows[row]![row]!
  }
  return solution
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

/** P(chi-square > x) for odd degrees of freedom: a finite sum (Abramowitz & Stegun 26.4.4). */
function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom % 2 === 0) throw new RangeError('written for odd degrees of freedom')
  const root = Math.sqrt(x)
  let term = root
  let sum = 0
  for (let k = 1; k < degreesOfFreedom; k += 2) {
    sum += term
    term *= x / (k + 2)
  }
  return 2 * normalTail(root) + ((2 * Math.exp(-x / 2)) / Math.sqrt(2 * Math.PI)) * sum
}
