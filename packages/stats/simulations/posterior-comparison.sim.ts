import { betaPosterior } from '../src/bayes/beta-binomial.ts'
import { compareBetaPosteriors, compareGammaPosteriors } from '../src/bayes/compare-posteriors.ts'
import { gammaPosterior } from '../src/bayes/gamma-poisson.ts'
import { betaQuantile } from '../src/distributions/beta.ts'
import { gammaQuantile } from '../src/distributions/gamma.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow } from './simulation.ts'

const BETA = { a: 3, b: 27 }
const GAMMA = { shape: 4, rate: 10 }
const LEVEL = 0.9
/** Each interval is a search over integrals. */
const MOST_RUNS = 10_000

/** Coverage of equal-tailed credible intervals where the truth is drawn from the prior. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const count = Math.min(MOST_RUNS, runs)
  const options = { alpha: 1 - LEVEL }
  return [
    coverageRow('rates drawn from the prior, 200 and 150 persons', LEVEL, count, () => {
      const rates = [0, 1].map(() => betaQuantile(source.uniform(), BETA.a, BETA.b))
      const [c, t] = [200, 150].map((n, i) => betaPosterior({ successes: source.binomial(n, rates[i]!), n }, BETA))
      const { lower, upper } = answered(compareBetaPosteriors(c!, t!, options))
      return lower <= rates[1]! - rates[0]! && rates[1]! - rates[0]! <= upper
    }),
    coverageRow('lift of event rates drawn from the prior, exposure 60 and 90', LEVEL, count, () => {
      const rates = [0, 1].map(() => gammaQuantile(source.uniform(), GAMMA.shape, GAMMA.rate))
      const [c, t] = [60, 90].map((exposure, i) =>
        gammaPosterior({ events: source.poisson(rates[i]! * exposure), exposure }, GAMMA),
      )
      const { lower, upper } = answered(compareGammaPosteriors(c!, t!, { ...options, scale: 'relative' }))
      const lift = rates[1]! / rates[0]! - 1
      return lower <= lift && lift <= upper
    }),
  ]
}
