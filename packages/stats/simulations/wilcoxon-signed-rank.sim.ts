import { wilcoxonTest } from '../src/ranks/wilcoxon.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size and coverage with symmetric, heavy-tailed differences. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const laplace = () => (source.uniform() < 0.5 ? 1 : -1) * Math.log(source.uniform())
  const test = (pairs: number, center: number) =>
    answered(
      wilcoxonTest(
        new Float64Array(pairs),
        Float64Array.from({ length: pairs }, () => center + laplace()),
        ALPHA,
      ),
    )
  const covers = (pairs: number) => () => {
    const { lower, upper } = test(pairs, 0.7)
    return lower <= 0.7 && 0.7 <= upper
  }
  return [
    sizeRow('12 pairs (exact)', ALPHA, runs, () => test(12, 0).pValue < ALPHA),
    sizeRow('80 pairs', ALPHA, runs, () => test(80, 0).pValue < ALPHA),
    coverageRow('12 pairs (exact)', 1 - ALPHA, runs, covers(12)),
    coverageRow('80 pairs', 1 - ALPHA, runs, covers(80)),
  ]
}
