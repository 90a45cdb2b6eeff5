import { normalQuantile, normalUpperQuantile } from '../src/distributions/normal.ts'
import { pooledZTest } from '../src/proportions/pooled-z.ts'
import { obrienFlemingBounds, obrienFlemingInflation } from '../src/sequential/obrien-fleming.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow, sizeRow } from './simulation.ts'

const POWER = 0.8

/** Chance of crossing at any of the planned looks, under no effect and under the designed one. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const crossesBrownian = (bounds: readonly number[], drift: number) => {
    const looks = bounds.length
    let sum = 0
    return bounds.some((bound, i) => {
      sum += drift / Math.sqrt(looks) + source.normal()
      return Math.abs(sum) / Math.sqrt(i + 1) > bound
    })
  }
  const crossesRates = (bounds: readonly number[], rate: number, batch: number) => {
    let [xc, xt] = [0, 0]
    return bounds.some((bound, i) => {
      const n = batch * (i + 1)
      xc += source.binomial(batch, rate)
      xt += source.binomial(batch, rate)
      const test = pooledZTest({ successes: xc, n }, { successes: xt, n }, 0.05)
      return test.ok && Math.abs(test.value.statistic) > bound
    })
  }
  const designs = [
    { looks: 2, alpha: 0.05 },
    { looks: 5, alpha: 0.05 },
    { looks: 10, alpha: 0.05 },
    { looks: 5, alpha: 0.01 },
  ].flatMap(({ looks, alpha }) => {
    const { z } = obrienFlemingBounds({ looks, alpha })
    const fixed = normalUpperQuantile(alpha / 2) + normalQuantile(POWER)
    const drift = fixed * Math.sqrt(obrienFlemingInflation({ looks, alpha, power: POWER }))
    return [
      sizeRow(`${looks} looks at ${alpha}`, alpha, runs, () => crossesBrownian(z, 0)),
      powerRow(`${looks} looks at ${alpha}, inflated size`, POWER, runs, () => crossesBrownian(z, drift)),
    ]
  })
  const { z } = obrienFlemingBounds({ looks: 5, alpha: 0.05 })
  return [
    ...designs,
    sizeRow('pooled z, rate 0.1, 5 looks of 500 persons an arm', 0.05, runs, () => crossesRates(z, 0.1, 500)),
  ]
}
