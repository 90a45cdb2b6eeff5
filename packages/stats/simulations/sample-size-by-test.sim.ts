import { poissonRateTest } from '../src/counts/poisson-rate.ts'
import { equivalenceTest } from '../src/means/equivalence.ts'
import { momentsOf } from '../src/moments.ts'
import { sizeEquivalence } from '../src/planning/equivalence-size.ts'
import { powerFisher, sizeFisher } from '../src/planning/fisher-power.ts'
import { sizeMannWhitney } from '../src/planning/mann-whitney-size.ts'
import { sizePoissonRate } from '../src/planning/poisson-rate-size.ts'
import { fisherTest } from '../src/proportions/fisher.ts'
import { mannWhitneyTest } from '../src/ranks/mann-whitney.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow } from './simulation.ts'

const ALPHA = 0.05
const POWER = 0.8

/** Power of each test at its planned size, analysed with the test itself. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const normal = (n: number, shift = 0) => Float64Array.from({ length: n }, () => source.normal() + shift)
  const rates = { baseline: 0.1, treatment: 0.3, alpha: ALPHA }
  const fisher = answered(sizeFisher({ ...rates, power: POWER }))
  const shifted = answered(sizeMannWhitney({ sigma: 1, delta: 0.3, alpha: ALPHA, power: POWER }))
  const same = answered(sizeEquivalence({ sigma: 1, margin: 0.25, alpha: ALPHA, power: POWER }))
  const { persons } = answered(
    sizePoissonRate({ rate: 0.5, rateRatio: 1.1, alpha: ALPHA, power: POWER, exposurePerPerson: 1 }),
  )
  return [
    powerRow(
      `Fisher, rates 0.1 and 0.3, ${fisher} persons an arm`,
      powerFisher({ ...rates, controlN: fisher, treatmentN: fisher }),
      runs,
      () => {
        const arm = (rate: number) => ({ n: fisher, successes: source.binomial(fisher, rate) })
        const test = fisherTest(arm(0.1), arm(0.3), ALPHA)
        return test.ok && test.value.pValue < ALPHA
      },
    ),
    powerRow(`Mann-Whitney, shift 0.3, ${shifted} persons an arm`, POWER, runs, () => {
      return answered(mannWhitneyTest(normal(shifted), normal(shifted, 0.3), ALPHA)).pValue < ALPHA
    }),
    powerRow(`equivalence, margin 0.25, ${same} persons an arm`, POWER, runs, () => {
      const test = equivalenceTest(momentsOf(normal(same)), momentsOf(normal(same)), 0.25, ALPHA)
      return answered(test).pValue < ALPHA
    }),
    powerRow(`Poisson rates 0.5 and 0.55, ${persons} persons an arm`, POWER, runs, () => {
      const arm = (rate: number) => ({ exposure: persons, events: source.poisson(rate * persons) })
      return answered(poissonRateTest(arm(0.5), arm(0.55), ALPHA)).pValue < ALPHA
    }),
  ]
}
