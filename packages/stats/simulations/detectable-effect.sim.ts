import { normalUpperQuantile } from '../src/distributions/normal.ts'
import { detectableEffect } from '../src/planning/detectable-effect.ts'
import { powerTwoMeans } from '../src/planning/two-means.ts'
import { powerTwoProportions } from '../src/planning/two-proportions.ts'
import { pooledZTest } from '../src/proportions/pooled-z.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow } from './simulation.ts'

const ALPHA = 0.05

/** Power at the smallest effect that should have it. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const ratesRow = (baseline: number, n: number, power: number) => {
    const powerAt = (effect: number) =>
      powerTwoProportions({ baseline, treatment: baseline + effect, alpha: ALPHA, controlN: n, treatmentN: n })
    const effect = answered(detectableEffect({ powerAt, power, largest: 1 - baseline }))
    return powerRow(`rate ${baseline}, ${n} persons an arm`, power, runs, () => {
      const control = { successes: source.binomial(n, baseline), n }
      const treatment = { successes: source.binomial(n, baseline + effect), n }
      const test = pooledZTest(control, treatment, ALPHA)
      return test.ok && test.value.pValue < ALPHA
    })
  }
  const meansPower = (delta: number) => powerTwoMeans({ sigma: 2, delta, alpha: ALPHA, controlN: 400, treatmentN: 900 })
  const delta = answered(detectableEffect({ powerAt: meansPower, power: 0.9, largest: Number.POSITIVE_INFINITY }))
  const error = 2 * Math.sqrt(1 / 400 + 1 / 900)
  return [
    ratesRow(0.1, 5000, 0.8),
    ratesRow(0.4, 2000, 0.95),
    powerRow('means, 400 and 900 persons', 0.9, runs, () => {
      return Math.abs(delta / error + source.normal()) > normalUpperQuantile(ALPHA / 2)
    }),
  ]
}
