import { mixedSampleRatioTest, sequentialSampleRatioTest } from '../src/sequential/sequential-srm.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05
const LOOKS = 60

/** Chance that the planned split is ever doubted, with a reader at every look. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const alarms = (weights: readonly number[], batch: number, concentration: number) => () => {
    const counts = weights.map(() => 0)
    for (let look = 0; look < LOOKS; look += 1) {
      assign(source, counts, weights, batch)
      const test = sequentialSampleRatioTest(counts, weights, concentration)
      if (test.ok && test.value.pValue < ALPHA) return true
    }
    return false
  }
  const mixedAlarms = (batch: number) => () => {
    const counts = [0, 0]
    for (let look = 0; look < LOOKS; look += 1) {
      assign(source, counts, [1, 1], batch)
      const test = mixedSampleRatioTest(counts, [1, 1])
      if (test.ok && test.value.pValue < ALPHA) return true
    }
    return false
  }
  return [
    sizeRow('even halves, concentration 1, single persons', ALPHA, runs, alarms([1, 1], 1, 1)),
    sizeRow('even halves, concentration 100, looks of 50', ALPHA, runs, alarms([1, 1], 50, 100)),
    sizeRow('even halves, concentration 10000, looks of 2000', ALPHA, runs, alarms([1, 1], 2000, 10_000)),
    sizeRow('even halves, mixed concentrations, looks of 200', ALPHA, runs, mixedAlarms(200)),
    sizeRow('shares 90, 5, 5, concentration 100, looks of 50', ALPHA, runs, alarms([90, 5, 5], 50, 100)),
  ]
}

/** Adds `batch` persons to the arms by a chain of binomial draws. */
function assign(source: RandomSource, counts: number[], weights: readonly number[], batch: number): void {
  let left = batch
  let weightLeft = weights.reduce((total, weight) => total + weight, 0)
  weights.forEach((weight, i) => {
    const drawn = i + 1 === weights.length ? left : source.binomial(left, weight / weightLeft)
    counts[i] = counts[i]! + drawn
    left -= drawn
    weightLeft -= weight
  })
}
