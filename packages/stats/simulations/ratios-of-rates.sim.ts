import { oddsRatioMidP, oddsRatioWoolf } from '../src/proportions/odds-ratio-test.ts'
import { riskRatioKatz, riskRatioKoopman } from '../src/proportions/risk-ratio.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow } from './simulation.ts'

const ALPHA = 0.05
const METHODS = [
  { name: 'Katz', method: riskRatioKatz, isOdds: false },
  { name: 'Koopman', method: riskRatioKoopman, isOdds: false },
  { name: 'Woolf', method: oddsRatioWoolf, isOdds: true },
  { name: 'mid-p', method: oddsRatioMidP, isOdds: true },
]
const SCENARIOS = [
  { n: [80, 120], rates: [0.2, 0.35] },
  { n: [400, 300], rates: [0.1, 0.1] },
] as const

/** Coverage of the intervals of risk ratios and odds ratios. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  return SCENARIOS.flatMap(({ n, rates: [a, b] }) =>
    METHODS.map(({ name, method, isOdds }) => {
      const truth = isOdds ? (b * (1 - a)) / (a * (1 - b)) : b / a
      return coverageRow(`${name}, rates ${a} and ${b}, ${n[0]} and ${n[1]} persons`, 1 - ALPHA, runs, () => {
        const control = { successes: source.binomial(n[0], a), n: n[0] }
        const test = method(control, { successes: source.binomial(n[1], b), n: n[1] }, { alpha: ALPHA })
        return test.ok && test.value.lower <= truth && truth <= test.value.upper
      })
    }),
  )
}
