import { kruskalWallisTest } from '../src/ranks/kruskal-wallis.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size with equal distributions, with and without ties. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const rejects = (persons: readonly number[], draw: () => number) => () => {
    const samples = persons.map(n => Float64Array.from({ length: n }, draw))
    return answered(kruskalWallisTest(samples)).pValue < ALPHA
  }
  return [
    sizeRow(
      'log-normal, 3 arms of 15',
      ALPHA,
      runs,
      rejects([15, 15, 15], () => Math.exp(source.normal())),
    ),
    sizeRow(
      'counts of mean 2, 4 arms of 40',
      ALPHA,
      runs,
      rejects([40, 40, 40, 40], () => source.poisson(2)),
    ),
  ]
}
