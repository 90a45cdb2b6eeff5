import { poissonRateTest } from '../src/counts/poisson-rate.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size of the conditional test, and coverage of both intervals. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (exposures: readonly [number, number], rates: readonly [number, number]) =>
    poissonRateTest(
      { exposure: exposures[0], events: source.poisson(exposures[0] * rates[0]) },
      { exposure: exposures[1], events: source.poisson(exposures[1] * rates[1]) },
      ALPHA,
    )
  return [
    sizeRow('8 events expected an arm', ALPHA, runs, () => {
      const result = test([80, 80], [0.1, 0.1])
      return result.ok && result.value.pValue < ALPHA
    }),
    sizeRow('300 and 100 events expected', ALPHA, runs, () => {
      const result = test([1000, 333], [0.3, 0.3])
      return result.ok && result.value.pValue < ALPHA
    }),
    coverageRow('rate ratio, 20 and 15 events expected', 1 - ALPHA, runs, () => {
      const result = test([200, 100], [0.1, 0.15])
      return result.ok && result.value.rateRatioLower <= 1.5 && 1.5 <= result.value.rateRatioUpper
    }),
    coverageRow('difference (Wald), 100 and 130 events expected', 1 - ALPHA, runs, () => {
      const result = test([1000, 1000], [0.1, 0.13])
      return result.ok && result.value.lower <= 0.03 && 0.03 <= result.value.upper
    }),
  ]
}
