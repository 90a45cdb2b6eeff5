import { mannWhitneyTest } from '../src/ranks/mann-whitney.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Size of the exact and the normal test, and coverage of the Hodges-Lehmann interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = (n: readonly [number, number], draw: () => number, shift: number) =>
    answered(
      mannWhitneyTest(
        Float64Array.from({ length: n[0] }, draw),
        Float64Array.from({ length: n[1] }, () => draw() + shift),
        ALPHA,
      ),
    )
  const skewed = () => Math.exp(source.normal())
  const counts = () => source.poisson(3)
  const covers = (n: readonly [number, number]) => () => {
    const { lower, upper } = test(n, skewed, 0.5)
    return lower <= 0.5 && 0.5 <= upper
  }
  return [
    sizeRow('log-normal, 9 and 11 persons (exact)', ALPHA, runs, () => test([9, 11], skewed, 0).pValue < ALPHA),
    sizeRow('log-normal, 40 and 60 persons', ALPHA, runs, () => test([40, 60], skewed, 0).pValue < ALPHA),
    sizeRow('counts of mean 3 (ties), 50 and 50 persons', ALPHA, runs, () => test([50, 50], counts, 0).pValue < ALPHA),
    coverageRow('log-normal, shift 0.5, 9 and 11 persons', 1 - ALPHA, runs, covers([9, 11])),
    coverageRow('log-normal, shift 0.5, 40 and 60 persons', 1 - ALPHA, runs, covers([40, 60])),
  ]
}
