import { wilsonInterval } from '../src/proportions/wilson.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow } from './simulation.ts'

/** Coverage of the Wilson interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  return [
    { rate: 0.5, n: 400, alpha: 0.05 },
    { rate: 0.1, n: 1200, alpha: 0.05 },
    { rate: 0.02, n: 6000, alpha: 0.05 },
    { rate: 0.001, n: 120_000, alpha: 0.05 },
    { rate: 0.3, n: 2000, alpha: 0.1 },
    { rate: 0.05, n: 1000, alpha: 0.01 },
  ].map(({ rate, n, alpha }) =>
    coverageRow(`rate ${rate}, ${n} persons`, 1 - alpha, runs, () => {
      const { lower, upper } = answered(wilsonInterval({ n, successes: source.binomial(n, rate) }, alpha))
      return lower <= rate && rate <= upper
    }),
  )
}
