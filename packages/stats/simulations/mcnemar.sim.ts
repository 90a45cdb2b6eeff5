import { mcnemarTest } from '../src/tables/mcnemar.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size of McNemar's test, exact and by chi-square, and coverage of the Wald interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (pairs: number, gain: number, loss: number) => {
    const gained = source.binomial(pairs, gain)
    const lost = source.binomial(pairs - gained, loss / (1 - gain))
    return mcnemarTest({ pairs, gained, lost }, ALPHA)
  }
  const rejects = (pairs: number) => () => {
    const result = test(pairs, 0.1, 0.1)
    return result.ok && result.value.pValue < ALPHA
  }
  return [
    sizeRow('50 pairs, 10 discordant expected', ALPHA, runs, rejects(50)),
    sizeRow('1000 pairs, 200 discordant expected', ALPHA, runs, rejects(1000)),
    coverageRow('500 pairs, gains 0.15, losses 0.1', 1 - ALPHA, runs, () => {
      const result = test(500, 0.15, 0.1)
      return result.ok && result.value.lower <= 0.05 && 0.05 <= result.value.upper
    }),
  ]
}
