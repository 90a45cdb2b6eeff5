import { groupSequentialDesign } from '../src/sequential/group-sequential-design.ts'
import { stagewiseInference } from '../src/sequential/stagewise-inference.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, powerRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const TIMES = [0.2, 0.45, 1]
const MOST_RUNS = 10_000

/** Coverage, size and median of stagewise inference wherever a test with three unequal looks ends. */
export function simulate({ runs: wanted, seed }: SimulationInput): SimulationRow[] {
  const runs = Math.min(wanted, MOST_RUNS)
  const source = randomSource(seed)
  const { z } = groupSequentialDesign({
    family: { kind: 'pocock' },
    times: TIMES,
    alpha: ALPHA,
    sides: 2,
    power: 0.8,
    futility: null,
  })
  const lower = z.map(bound => -bound)
  const inferenceAt = (drift: number) => {
    let sum = 0
    for (let i = 0; ; i += 1) {
      const step = TIMES[i]! - (TIMES[i - 1] ?? 0)
      sum += drift * step + Math.sqrt(step) * source.normal()
      const at = sum / Math.sqrt(TIMES[i]!)
      if (Math.abs(at) < z[i]! && i + 1 < TIMES.length) continue
      return stagewiseInference({ times: TIMES.slice(0, i + 1), lower, upper: z, z: at, alpha: ALPHA })
    }
  }
  const covers = (drift: number) => () => {
    const result = inferenceAt(drift)
    return result.ok && result.value.lower <= drift && drift <= result.value.upper
  }
  return [
    ...[0, 1.5, 3.2].map(drift => coverageRow(`drift ${drift}, three looks`, 1 - ALPHA, runs, covers(drift))),
    sizeRow('p below 0.05 without an effect', ALPHA, runs, () => {
      const result = inferenceAt(0)
      return result.ok && result.value.pValue < ALPHA
    }),
    powerRow('estimate above a drift of 2.5', 0.5, runs, () => {
      const result = inferenceAt(2.5)
      return result.ok && result.value.estimate > 2.5
    }),
  ]
}
