import { welchAnova } from '../src/means/welch-anova.ts'
import { momentsOf } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size with equal means and unequal spreads. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const rejects = (persons: readonly number[], spreads: readonly number[]) => () => {
    const arms = persons.map((n, i) => momentsOf(Float64Array.from({ length: n }, () => spreads[i]! * source.normal())))
    return answered(welchAnova(arms)).pValue < ALPHA
  }
  return [
    sizeRow('3 arms of 20, equal spread', ALPHA, runs, rejects([20, 20, 20], [1, 1, 1])),
    sizeRow('4 arms of 20 to 50, spread 1 to 4', ALPHA, runs, rejects([50, 40, 30, 20], [1, 2, 3, 4])),
  ]
}
