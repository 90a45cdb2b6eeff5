import { welchTest } from '../src/means/welch.ts'
import { momentsOf } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const EFFECT = 0.4

interface Scenario {
  readonly name: string
  readonly n: readonly [control: number, treatment: number]
  readonly draw: (source: RandomSource, arm: 0 | 1) => number
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'normal, equal spread, 20 and 20 persons', n: [20, 20], draw: source => source.normal() },
  {
    name: 'normal, spread 1 and 3, 15 and 40 persons',
    n: [15, 40],
    draw: (source, arm) => (arm === 0 ? 1 : 3) * source.normal(),
  },
  {
    name: 'normal, spread 1 and 3, 40 and 12 persons',
    n: [40, 12],
    draw: (source, arm) => (arm === 0 ? 1 : 3) * source.normal(),
  },
  { name: 'exponential, 100 and 100 persons', n: [100, 100], draw: source => -Math.log(source.uniform()) },
  { name: 'log-normal, 200 and 200 persons', n: [200, 200], draw: source => Math.exp(source.normal()) },
]

/** Size of Welch's test and coverage of its interval. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  return SCENARIOS.flatMap(({ name, n, draw }) => {
    const test = (effect: number) =>
      answered(
        welchTest(
          momentsOf(Float64Array.from({ length: n[0] }, () => draw(source, 0))),
          momentsOf(Float64Array.from({ length: n[1] }, () => draw(source, 1) + effect)),
          ALPHA,
        ),
      )
    return [
      sizeRow(name, ALPHA, runs, () => test(0).pValue < ALPHA),
      coverageRow(name, 1 - ALPHA, runs, () => {
        const { lower, upper } = test(EFFECT)
        return lower <= EFFECT && EFFECT <= upper
      }),
    ]
  })
}
