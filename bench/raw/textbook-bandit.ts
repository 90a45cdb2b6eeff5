import { randomFractions } from './random-fractions.ts'
import { randomNormals } from './random-normals.ts'

interface Bandit {
  readonly rates: readonly number[]
  readonly horizon: number
  readonly simulations: number
  readonly seed: number
}

/** Thompson sampling with Beta(1, 1) priors: at every step both gamma values of every arm are drawn anew. */
export function textbookBandit({ rates, horizon, simulations, seed }: Bandit) {
  const fraction = randomFractions(seed)
  const gamma = randomGammas(fraction)
  const best = Math.max(...rates)
  const pulls = new Float64Array(rates.length)
  const successes = new Float64Array(rates.length)
  const failures = new Float64Array(rates.length)
  for (let simulation = 0; simulation < simulations; simulation += 1) {
    successes.fill(1)
    failures.fill(1)
    for (let step = 0; step < horizon; step += 1) {
      let chosen = 0
      let largest = -1
      for (let arm = 0; arm < rates.length; arm += 1) {
        const x = gamma(successes[arm]!)
        const value = x / (x + gamma(failures[arm]!))
        if (value > largest) {
          largest = value
          chosen = arm
        }
      }
      pulls[chosen]! += 1
      if (fraction() < rates[chosen]!) successes[chosen]! += 1
      else failures[chosen]! += 1
    }
  }
  const regret = rates.reduce((sum, rate, arm) => sum + (best - rate) * (pulls[arm]! / simulations), 0)
  return { regret, bestArmAllocation: pulls[rates.indexOf(best)]! / simulations / horizon }
}

/** Gamma values of shape 1 or more (Marsaglia & Tsang 2000), with their squeeze. */
function randomGammas(fraction: () => number): (shape: number) => number {
  const normal = randomNormals(fraction)
  return shape => {
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const z = normal()
      const root = 1 + c * z
      if (root <= 0) continue
      const v = root * root * root
      const u = fraction()
      if (u < 1 - 0.0331 * z ** 4 || Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v
    }
  }
}
