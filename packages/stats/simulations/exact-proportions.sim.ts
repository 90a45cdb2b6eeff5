import { barnardTest } from '../src/proportions/barnard.ts'
import { boschlooTest } from '../src/proportions/boschloo.ts'
import { fisherTest } from '../src/proportions/fisher.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow, someRuns } from './simulation.ts'

const ALPHA = 0.05

/** Size of the exact tests of two rates (at most alpha, by construction) and coverage of the mid-p odds ratio interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (n: readonly [number, number], rates: readonly [number, number]) =>
    fisherTest(
      { n: n[0], successes: source.binomial(n[0], rates[0]) },
      { n: n[1], successes: source.binomial(n[1], rates[1]) },
      ALPHA,
    )
  const oddsRatio = (0.5 * 0.7) / (0.5 * 0.3)
  return [
    sizeRow('Fisher, rate 0.3, 20 and 25 persons', ALPHA, runs, () => {
      const result = test([20, 25], [0.3, 0.3])
      return result.ok && result.value.pValue < ALPHA
    }),
    sizeRow('Fisher, rate 0.05, 300 and 200 persons', ALPHA, runs, () => {
      const result = test([300, 200], [0.05, 0.05])
      return result.ok && result.value.pValue < ALPHA
    }),
    ...(
      [
        ['Barnard', barnardTest],
        ['Boschloo', boschlooTest],
      ] as const
    ).map(([name, unconditional]) =>
      sizeRow(`${name}, rate 0.3, 10 and 15 persons`, ALPHA, someRuns(runs, 1 / 4), () => {
        const result = unconditional(
          { n: 10, successes: source.binomial(10, 0.3) },
          { n: 15, successes: source.binomial(15, 0.3) },
          ALPHA,
        )
        return result.ok && result.value.pValue < ALPHA
      }),
    ),
    coverageRow('odds ratio, rates 0.3 and 0.5, 40 and 50 persons', 1 - ALPHA, runs, () => {
      const result = test([40, 50], [0.3, 0.5])
      return !result.ok || (result.value.oddsRatioLower <= oddsRatio && oddsRatio <= result.value.oddsRatioUpper)
    }),
  ]
}
