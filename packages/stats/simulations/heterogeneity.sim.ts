import { heterogeneityTest } from '../src/means/heterogeneity.ts'
import { welchTest } from '../src/means/welch.ts'
import { momentsOf } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** The effect in one slice of normal persons, by Welch. */
function effectOf(source: RandomSource, perArm: number) {
  const arm = (mean: number) => momentsOf(Array.from({ length: perArm }, () => mean + source.normal()))
  const { effect, standardError } = answered(welchTest(arm(0), arm(0.2), ALPHA))
  return { effect, variance: standardError ** 2 }
}

/** Size of the test of equal effects over slices, with variances that are estimated. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  return [
    [2, 100],
    [4, 200],
    [7, 400],
  ].map(([slices, perArm]) =>
    sizeRow(`${slices} slices of ${perArm} persons an arm, one effect`, ALPHA, runs, () => {
      const estimates = Array.from({ length: slices! }, () => effectOf(source, perArm!))
      return answered(heterogeneityTest(estimates)).pValue < ALPHA
    }),
  )
}
