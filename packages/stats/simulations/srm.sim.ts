import { sampleRatioTest } from '../src/srm.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

/** Size of the sample ratio test at the level of the alarm and at a looser one. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  return [
    { weights: [1, 1], persons: 1000, alpha: 0.05 },
    { weights: [1, 1], persons: 100_000, alpha: 0.001 },
    { weights: [50, 30, 20], persons: 5000, alpha: 0.01 },
    { weights: [90, 5, 5], persons: 20_000, alpha: 0.001 },
  ].map(({ weights, persons, alpha }) =>
    sizeRow(`split ${weights.join('/')}, ${persons} persons`, alpha, runs, () => {
      let left = persons
      let weightLeft = weights.reduce((sum, weight) => sum + weight, 0)
      const observed = weights.map(weight => {
        const n = source.binomial(left, weight / weightLeft)
        left -= n
        weightLeft -= weight
        return n
      })
      return answered(sampleRatioTest(observed, weights)).pValue < alpha
    }),
  )
}
