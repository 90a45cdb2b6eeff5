import { overdispersedRateTest } from '../src/counts/overdispersed-rate.ts'
import { crossMomentsOf } from '../src/cross-moments.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const RATIO = 1.25
const PERSONS = 250

/** Persons with rates of their own (exponential, mean 0.5) over exposures from 1 to 5: counts vary far beyond Poisson. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const arm = (rate: number) => {
    const exposures = Float64Array.from({ length: PERSONS }, () => 1 + 4 * source.uniform())
    return crossMomentsOf([exposures.map(t => source.poisson(-Math.log(source.uniform()) * rate * t)), exposures])
  }
  return (['robust', 'quasi_poisson'] as const).flatMap(error => {
    const test = (ratio: number) => answered(overdispersedRateTest(arm(0.5), arm(0.5 * ratio), { alpha: ALPHA, error }))
    const sizes = sizeRow(`${error}, 250 persons an arm`, ALPHA, runs, () => test(1).pValue < ALPHA)
    if (error === 'quasi_poisson') return [sizes]
    const coverage = coverageRow(`${error}, ratio 1.25, 250 persons an arm`, 1 - ALPHA, runs, () => {
      const { rateRatioLower, rateRatioUpper } = test(RATIO)
      return rateRatioLower <= RATIO && RATIO <= rateRatioUpper
    })
    return [sizes, coverage]
  })
}
