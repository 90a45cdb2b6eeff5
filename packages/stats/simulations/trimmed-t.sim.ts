import { trimmedTest } from '../src/means/trimmed.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size and coverage of Yuen's test with a fifth cut at either end. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (n: readonly [number, number], draw: () => number, effect: number) =>
    answered(
      trimmedTest(
        Float64Array.from({ length: n[0] }, draw),
        Float64Array.from({ length: n[1] }, () => draw() + effect),
        { trim: 0.2, alpha: ALPHA },
      ),
    )
  const normal = () => source.normal()
  const heavy = () => source.normal() / Math.sqrt(-Math.log(source.uniform()))
  return [
    sizeRow('normal, 20 and 30 persons', ALPHA, runs, () => test([20, 30], normal, 0).pValue < ALPHA),
    sizeRow('Student with 2 degrees, 40 and 40 persons', ALPHA, runs, () => test([40, 40], heavy, 0).pValue < ALPHA),
    coverageRow('Student with 2 degrees, shift 1, 40 and 60 persons', 1 - ALPHA, runs, () => {
      const { lower, upper } = test([40, 60], heavy, 1)
      return lower <= 1 && 1 <= upper
    }),
  ]
}
