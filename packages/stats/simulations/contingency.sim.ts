import { chiSquareTest, gTest } from '../src/tables/contingency.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05
const SHARES = [0.5, 0.3, 0.2]

/** Size of the chi-square and G tests of arms against categories with shares 0.5, 0.3, 0.2. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const row = (persons: number) => {
    let [left, shareLeft] = [persons, 1]
    return SHARES.map(share => {
      const count = source.binomial(left, Math.min(1, share / shareLeft))
      left -= count
      shareLeft -= share
      return count
    })
  }
  const rejects = (test: typeof gTest, persons: readonly number[]) => () => {
    const result = test(persons.map(row))
    return result.ok && result.value.pValue < ALPHA
  }
  return [
    sizeRow('chi-square, 60 and 80 persons', ALPHA, runs, rejects(chiSquareTest, [60, 80])),
    sizeRow('chi-square, 4 arms of 500 persons', ALPHA, runs, rejects(chiSquareTest, [500, 500, 500, 500])),
    sizeRow('G, 2 arms of 500 persons', ALPHA, runs, rejects(gTest, [500, 500])),
  ]
}
