import type { BoundaryFamily } from '../src/sequential/boundary-family.ts'
import { exitProbabilitiesAt } from '../src/sequential/exit-probabilities-at.ts'
import type { GroupSequentialDesign } from '../src/sequential/group-sequential-design.ts'
import { groupSequentialDesign } from '../src/sequential/group-sequential-design.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const POWER = 0.8
const TIMES = [0.15, 0.4, 0.5, 0.85, 1]
const FAMILIES: readonly (readonly [string, BoundaryFamily])[] = [
  ["O'Brien-Fleming", { kind: 'obrien_fleming' }],
  ['Wang-Tsiatis 0.25', { kind: 'wang_tsiatis', delta: 0.25 }],
  ['Haybittle-Peto 3', { kind: 'haybittle_peto', interimZ: 3 }],
  ['Lan-DeMets Pocock', { kind: 'lan_demets_pocock' }],
]

/** Size with futility overruled, size and power with it obeyed, and a corridor of always-valid bounds between looks. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const rows = FAMILIES.flatMap(([name, family]) => {
    const design = groupSequentialDesign({
      family,
      times: TIMES,
      alpha: ALPHA,
      sides: 2,
      power: POWER,
      futility: { family: { kind: 'lan_demets_pocock' }, beta: 0.15 },
    })
    return [
      sizeRow(`${name}, futility overruled`, ALPHA, runs, () => endOf(source, design, 0, false) !== 'nothing'),
      sizeRow(`${name}, futility obeyed`, ALPHA, runs, () => endOf(source, design, 0, true) !== 'nothing'),
      powerRow(`${name}, futility obeyed`, POWER, runs, () => endOf(source, design, design.drift, true) === 'effect'),
    ]
  })
  return [...rows, corridorRow(source, runs)]
}

function endOf(source: RandomSource, design: GroupSequentialDesign, drift: number, obeys: boolean) {
  let sum = 0
  for (let i = 0; i < TIMES.length; i += 1) {
    const time = TIMES[i]!
    const step = time - (TIMES[i - 1] ?? 0)
    sum += drift * step + Math.sqrt(step) * source.normal()
    const z = sum / Math.sqrt(time)
    if (z > design.z[i]!) return 'effect'
    if (z < -design.z[i]!) return 'harm'
    if (obeys && z < design.futility![i]!) return 'nothing'
  }
  return 'nothing'
}

/** Forty reads up to twice the plan, with a narrower bound above at two of them. */
function corridorRow(source: RandomSource, runs: number): SimulationRow {
  const times = Array.from({ length: 40 }, (_, i) => (i + 1) / 20)
  const upper = times.map(time => (time === 0.5 || time === 1 ? 2.2 : 3.2))
  const lower = times.map(() => -3.2)
  const exits = exitProbabilitiesAt({ times, lower, upper, drift: 2 })
  const leavesAbove = () => {
    let sum = 0
    for (let i = 0; i < times.length; i += 1) {
      const step = 1 / 20
      sum += 2 * step + Math.sqrt(step) * source.normal()
      const z = sum / Math.sqrt(times[i]!)
      if (z > upper[i]!) return true
      if (z < lower[i]!) return false
    }
    return false
  }
  const nominal = exits.upper.reduce((total, share) => total + share, 0)
  return powerRow('40 reads, exit above, drift 2', nominal, runs, leavesAbove)
}
