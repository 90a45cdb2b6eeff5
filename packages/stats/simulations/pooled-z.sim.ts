import { newcombeInterval } from '../src/proportions/newcombe.ts'
import { pooledZTest } from '../src/proportions/pooled-z.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size of the pooled z test and coverage of Newcombe's interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const arm = (n: number, rate: number) => ({ n, successes: source.binomial(n, rate) })
  const sizes = [
    { rate: 0.05, n: [2000, 2000] },
    { rate: 0.2, n: [500, 700] },
    { rate: 0.5, n: [600, 600] },
    { rate: 0.01, n: [20_000, 10_000] },
  ].map(({ rate, n: [nc, nt] }) =>
    sizeRow(`z test, rate ${rate}, ${nc} and ${nt} persons`, ALPHA, runs, () => {
      const test = pooledZTest(arm(nc!, rate), arm(nt!, rate), ALPHA)
      return test.ok && test.value.pValue < ALPHA
    }),
  )
  const coverages = [
    { rates: [0.05, 0.06], n: [1000, 1000] },
    { rates: [0.5, 0.6], n: [100, 100] },
    { rates: [0.02, 0.05], n: [200, 300] },
    { rates: [0.9, 0.95], n: [80, 120] },
    { rates: [0.3, 0.3], n: [20, 30] },
  ].map(({ rates: [pc, pt], n: [nc, nt] }) =>
    coverageRow(`Newcombe, rates ${pc} and ${pt}, ${nc} and ${nt} persons`, 1 - ALPHA, runs, () => {
      const { lower, upper } = answered(newcombeInterval(arm(nc!, pc!), arm(nt!, pt!), ALPHA))
      return lower <= pt! - pc! && pt! - pc! <= upper
    }),
  )
  return [...sizes, ...coverages]
}
