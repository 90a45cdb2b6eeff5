import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import type { RandomGenerator, RandomStream } from '../random.ts'
import { randomStream } from '../random.ts'
import type { BanditRun } from './bandit-run.ts'
import { checkpointsOf } from './bandit-run.ts'
import { BetaRace } from './beta-race.ts'
import { fineUniform } from './normal-buffer.ts'

export interface BanditInput {
  /** true success rate of each arm */
  readonly rates: readonly number[]
  /** pulls in each simulation */
  readonly horizon: number
  readonly simulations: number
  readonly random: RandomGenerator
  /** told the share of the work that is done, up to 1, about a hundred times; throw in it to stop */
  readonly onProgress?: (share: number) => void
}

/**
 * Simulates a Bernoulli bandit under Thompson sampling (Thompson 1933; Chapelle & Li 2011) with Beta(1, 1) priors: each step draws
 * from every arm's posterior and pulls the arm with the largest draw. The same generator gives the same run. To share the work
 * between workers, give each a part of the simulations and a generator of its own, and merge with `mergeBanditRuns`. Reasons:
 * `not_finite`, `out_of_range`.
 */
export function simulateBandit(input: BanditInput): Inference<BanditRun> {
  const { rates, horizon, simulations, random, onProgress } = input
  if (!rates.every(Number.isFinite)) return noAnswer('not_finite')
  const isSound = rates.length > 0 && rates.every(rate => rate >= 0 && rate <= 1)
  const isCount = (n: number) => Number.isSafeInteger(n) && n >= 1
  if (!(isSound && isCount(horizon) && isCount(simulations))) return noAnswer('out_of_range')
  const checkpoints = checkpointsOf(horizon)
  const pullsAt = new Float64Array(checkpoints.length * rates.length)
  const best = rates.indexOf(Math.max(...rates))
  const stream = randomStream(random)
  const race = new BetaRace(rates.length, stream)
  const chunk = Math.max(1, Math.floor(simulations / 100))
  let mostPulledIsBest = 0
  for (let simulation = 0; simulation < simulations; simulation += 1) {
    const pulls = runOnce(race, stream, input.rates, checkpoints, pullsAt)
    if (pulls.indexOf(Math.max(...pulls)) === best) mostPulledIsBest += 1
    if (simulation % chunk === chunk - 1) onProgress?.((simulation + 1) / simulations)
  }
  return answer({ rates, horizon, simulations, pullsAt: Array.from(pullsAt), mostPulledIsBest })
}

/** One simulation: adds the pulls of each arm at every checkpoint, and gives them at the end. */
function runOnce(
  race: BetaRace,
  stream: RandomStream,
  rates: readonly number[],
  checkpoints: readonly number[],
  pullsAt: Float64Array,
): Float64Array {
  const pulls = new Float64Array(rates.length)
  race.restart()
  let step = 0
  checkpoints.forEach((checkpoint, i) => {
    for (; step < checkpoint; step += 1) {
      const arm = race.winner()
      pulls[arm]! += 1
      race.observe(arm, fineUniform(stream) < rates[arm]!)
    }
    for (let arm = 0; arm < pulls.length; arm += 1) pullsAt[i * pulls.length + arm]! += pulls[arm]!
  })
  return pulls
}
