import { pairedTest } from '../src/means/paired.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size and coverage of the paired t test, with a level of each person's own. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (pairs: number, effect: number) => {
    const control = Float64Array.from({ length: pairs }, () => 5 * source.normal())
    return answered(
      pairedTest(
        control,
        control.map(level => level + effect + source.normal()),
        ALPHA,
      ),
    )
  }
  return [
    sizeRow('8 pairs', ALPHA, runs, () => test(8, 0).pValue < ALPHA),
    sizeRow('100 pairs', ALPHA, runs, () => test(100, 0).pValue < ALPHA),
    coverageRow('effect 0.5, 12 pairs', 1 - ALPHA, runs, () => {
      const { lower, upper } = test(12, 0.5)
      return lower <= 0.5 && 0.5 <= upper
    }),
  ]
}
