import { pairedTest } from '../src/means/paired.ts'
import { powerOneSampleT, powerTwoSampleT } from '../src/means/student-power.ts'
import { welchTest } from '../src/means/welch.ts'
import { momentsOf } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow } from './simulation.ts'

const design = { sigma: 2, alpha: 0.05, sides: 2 } as const

/** Power of the paired t test, and of Welch's with equal spreads, as the noncentral t foretells it. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const sample = (n: number, mean: number) => Float64Array.from({ length: n }, () => mean + 2 * source.normal())
  const paired = [5, 20].map(n =>
    powerRow(`paired, ${n} persons`, answered(powerOneSampleT({ ...design, delta: 1.5, n })), runs, () => {
      const differences = sample(n, 1.5)
      return answered(pairedTest(new Float64Array(n), differences, 0.05)).pValue < 0.05
    }),
  )
  const two = [30, 80].map(n =>
    powerRow(
      `two samples of ${n}`,
      answered(powerTwoSampleT({ ...design, delta: 1, controlN: n, treatmentN: n })),
      runs,
      () => answered(welchTest(momentsOf(sample(n, 0)), momentsOf(sample(n, 1)), 0.05)).pValue < 0.05,
    ),
  )
  return [...paired, ...two]
}
