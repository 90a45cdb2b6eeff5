import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { BetaRace } from '../src/bandit/beta-race.ts'
import { simulateBandit } from '../src/bandit/simulate-bandit.ts'
import { probabilityBetaGreater } from '../src/bayes/beta-binomial.ts'
import { betaQuantile } from '../src/distributions/beta.ts'
import { randomStream } from '../src/random.ts'
import { answered } from '../testing/answered.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow } from './simulation.ts'

/** Draws and choices of Thompson sampling against their exact chances, and its very first pull. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const random = xoroshiro128plus(seed)
  const choiceRow = (first: { a: number; b: number }, second: { a: number; b: number }) => {
    const race = new BetaRace(2, randomStream(random))
    race.setPosterior(0, first.a, first.b)
    race.setPosterior(1, second.a, second.b)
    const nominal = probabilityBetaGreater(
      { successes: first.a - 1, n: first.a + first.b - 2 },
      { successes: second.a - 1, n: second.a + second.b - 2 },
    )
    const name = `Beta(${second.a}, ${second.b}) beats Beta(${first.a}, ${first.b})`
    return powerRow(name, nominal, runs, () => race.winner() === 1)
  }
  const tailRow = (a: number, b: number, share: number) => {
    const race = new BetaRace(1, randomStream(random))
    race.setPosterior(0, a, b)
    const limit = betaQuantile(share, a, b)
    return powerRow(`Beta(${a}, ${b}) below its quantile ${share}`, share, runs, () => {
      race.draw()
      return race.gammas[0]! / (race.gammas[0]! + race.gammas[1]!) < limit
    })
  }
  return [
    choiceRow({ a: 5, b: 30 }, { a: 8, b: 31 }),
    choiceRow({ a: 1, b: 1 }, { a: 40, b: 9 }),
    choiceRow({ a: 2000, b: 40_000 }, { a: 2050, b: 40_000 }),
    tailRow(1, 20, 0.01),
    tailRow(30, 700, 0.99),
    powerRow('first pull of three arms', 1 / 3, runs, () => {
      const input = { rates: [0.1, 0.5, 0.9], horizon: 1, simulations: 1, random }
      return answered(simulateBandit(input)).pullsAt[2] === 1
    }),
  ]
}
