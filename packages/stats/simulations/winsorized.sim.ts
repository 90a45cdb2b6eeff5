import { winsorizedTest } from '../src/means/winsorized.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size of Welch's test on values that were capped at a quantile, which is itself estimated. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const sample = (n: number) => Float64Array.from({ length: n }, () => Math.exp(1.5 * source.normal()))
  return (['pooled', 'control'] as const).map(from =>
    sizeRow(`log-normal, 150 and 150 persons, cap at 0.95 of ${from}`, ALPHA, runs, () => {
      const options = { lowerShare: 0, upperShare: 0.95, from, alpha: ALPHA }
      return answered(winsorizedTest(sample(150), sample(150), options)).pValue < ALPHA
    }),
  )
}
