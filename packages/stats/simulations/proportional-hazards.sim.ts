import { proportionalHazardsTest } from '../src/survival/proportional-hazards.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05
const PERSONS = 500
const MOST_RUNS = 10_000

/** Size of the check of proportional hazards where they are proportional: arm and a second covariate, a third censored. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const test = () => {
    const arm = Float64Array.from({ length: PERSONS }, (_, i) => i % 2)
    const covariate = Float64Array.from(arm, () => source.normal())
    const times = arm.map((x, i) => -Math.log(source.uniform()) * Math.exp(-0.5 * x - 0.3 * covariate[i]!))
    const censored = arm.map(() => -2 * Math.log(source.uniform()))
    const persons = {
      durations: times.map((t, i) => Math.min(t, censored[i]!)),
      events: Array.from(times, (t, i) => t <= censored[i]!),
    }
    return proportionalHazardsTest(persons, [arm, covariate])
  }
  const rejects = (field: 'arm' | 'whole') => () => {
    const found = test()
    if (!found.ok) return false
    return (field === 'whole' ? found.value.whole : found.value.perCovariate[0]!).pValue < ALPHA
  }
  const count = Math.min(MOST_RUNS, runs)
  return [
    sizeRow('arm, 500 persons', ALPHA, count, rejects('arm')),
    sizeRow('arm and covariate, 500 persons', ALPHA, count, rejects('whole')),
  ]
}
