import { bootstrapTest } from '../src/resampling/bootstrap.ts'
import { quantileEffect } from '../src/resampling/quantile-effect.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow, someRuns } from './simulation.ts'

const ALPHA = 0.05
const DRAWS = 999

/** Size of the permutation tests, coverage of the bootstrap intervals; exponential values, a part of the runs. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const some = someRuns(runs, 1 / 3)
  const sample = (n: number, scale: number) =>
    Float64Array.from({ length: n }, () => -scale * Math.log(source.uniform()))
  const random = { next: () => Math.floor(source.uniform() * 2 ** 32) }
  const means = (n: number, scale: number, interval: 'percentile' | 'bca' | 'studentized') =>
    answered(bootstrapTest(sample(n, 1), sample(n, scale), { alpha: ALPHA, draws: DRAWS, random, interval }))
  const medians = (n: number, scale: number) =>
    answered(quantileEffect(sample(n, 1), sample(n, scale), { alpha: ALPHA, draws: DRAWS, random, share: 0.5 }))
  const covers = (test: { lower: number; upper: number }, truth: number) => test.lower <= truth && truth <= test.upper
  return [
    sizeRow('means, 12 persons an arm', ALPHA, some, () => means(12, 1, 'percentile').pValue < ALPHA),
    sizeRow('medians, 15 persons an arm', ALPHA, some, () => medians(15, 1).pValue < ALPHA),
    coverageRow('means, percentile, 150 persons an arm', 1 - ALPHA, some, () =>
      covers(means(150, 1.5, 'percentile'), 0.5),
    ),
    coverageRow('means, BCa, 150 persons an arm', 1 - ALPHA, some, () => covers(means(150, 1.5, 'bca'), 0.5)),
    coverageRow('medians, 150 persons an arm', 1 - ALPHA, some, () => covers(medians(150, 1.5), 0.5 * Math.LN2)),
    coverageRow('means, studentized, 150 persons an arm', 1 - ALPHA, some, () =>
      covers(means(150, 1.5, 'studentized'), 0.5),
    ),
  ]
}
