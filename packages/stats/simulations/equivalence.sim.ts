import { equivalenceTest } from '../src/means/equivalence.ts'
import { momentsOf } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, powerRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size at the edge of the margin, power at no difference, coverage of the 1 - 2 alpha interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (n: readonly [number, number], effect: number, margin: number) => {
    const arm = (size: number, shift: number) =>
      momentsOf(Float64Array.from({ length: size }, () => source.normal() + shift))
    return answered(equivalenceTest(arm(n[0], 0), arm(n[1], effect), margin, ALPHA))
  }
  const typical = { n: 400, mean: 0, m2: 399 }
  const designed = answered(equivalenceTest(typical, typical, 0.21, ALPHA))
  return [
    sizeRow('true difference = margin, 30 and 40 persons', ALPHA, runs, () => test([30, 40], 1, 1).pValue < ALPHA),
    powerRow('no difference, margin 0.21, 400 persons an arm', designed.power, runs, () => {
      return test([400, 400], 0, 0.21).pValue < ALPHA
    }),
    coverageRow('difference 0.2, 20 and 30 persons', 1 - 2 * ALPHA, runs, () => {
      const { lower, upper } = test([20, 30], 0.2, 1)
      return lower <= 0.2 && 0.2 <= upper
    }),
  ]
}
