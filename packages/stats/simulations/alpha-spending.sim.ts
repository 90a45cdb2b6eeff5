import { normalQuantile, normalUpperQuantile } from '../src/distributions/normal.ts'
import { sequentialInflation } from '../src/sequential/sequential-inflation.ts'
import { spendingBounds } from '../src/sequential/spending-bounds.ts'
import type { SpendingFunction } from '../src/sequential/spending-function.ts'
import { pocockBounds } from '../src/sequential/wang-tsiatis.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const POWER = 0.8
const TIMES = [0.15, 0.4, 0.5, 0.85, 1]

/** Chance of crossing at any of five unequal looks, without an effect and with the designed one. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const design = { times: TIMES, alpha: ALPHA, sides: 2 as const }
  const crosses = (z: readonly number[], drift: number) => () => {
    let sum = 0
    return TIMES.some((time, i) => {
      const step = time - (TIMES[i - 1] ?? 0)
      sum += drift * step + Math.sqrt(step) * source.normal()
      return Math.abs(sum) > z[i]! * Math.sqrt(time)
    })
  }
  const fixed = normalUpperQuantile(ALPHA / 2) + normalQuantile(POWER)
  const spendings: readonly (readonly [string, SpendingFunction])[] = [
    ["O'Brien-Fleming spending", { kind: 'obrien_fleming' }],
    ['Pocock spending', { kind: 'pocock' }],
    ['Kim-DeMets spending, rho 2', { kind: 'kim_demets', rho: 2 }],
    ['Hwang-Shih-DeCani spending, gamma -4', { kind: 'hwang_shih_decani', gamma: -4 }],
  ]
  const plans = [
    ...spendings.map(([name, spending]) => ({ name, bounds: spendingBounds({ ...design, spending }) })),
    { name: 'Pocock bounds', bounds: pocockBounds(design) },
  ]
  return plans.flatMap(({ name, bounds }) => {
    const drift = fixed * Math.sqrt(sequentialInflation({ ...design, power: POWER }, bounds))
    return [
      sizeRow(name, ALPHA, runs, crosses(bounds.z, 0)),
      powerRow(`${name}, inflated size`, POWER, runs, crosses(bounds.z, drift)),
    ]
  })
}
