import { cochranMantelHaenszelTest } from '../src/tables/cochran-mantel-haenszel.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const BASES = [0.05, 0.2, 0.5]
const ODDS_RATIO = 1.5

/** Size of the stratified test and coverage of the common odds ratio over three strata of 150 and 120 persons. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (oddsRatio: number) =>
    answered(
      cochranMantelHaenszelTest(
        BASES.map(base => {
          const odds = (oddsRatio * base) / (1 - base)
          return {
            control: { successes: source.binomial(150, base), n: 150 },
            treatment: { successes: source.binomial(120, odds / (1 + odds)), n: 120 },
          }
        }),
        ALPHA,
      ),
    )
  return [
    sizeRow('three strata of 150 and 120 persons', ALPHA, runs, () => test(1).pValue < ALPHA),
    coverageRow('odds ratio 1.5, three strata of 150 and 120 persons', 1 - ALPHA, runs, () => {
      const { lower, upper } = test(ODDS_RATIO)
      return lower <= ODDS_RATIO && ODDS_RATIO <= upper
    }),
  ]
}
