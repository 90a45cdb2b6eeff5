import { BetaRace } from '../bandit/beta-race.ts'
import { fillNormals } from '../bandit/normal-buffer.ts'
import { answer, type Inference, noAnswer } from '../inference.ts'
import { type RandomGenerator, randomStream } from '../random.ts'

/** What was seen of one arm: a share of users, or a mean with its spread. */
export type LiftArm =
  | { readonly kind: 'rate'; readonly successes: number; readonly users: number }
  | { readonly kind: 'mean'; readonly mean: number; readonly std: number; readonly users: number }

export interface LiftInput {
  readonly control: LiftArm
  readonly treatment: LiftArm
  readonly draws: number
  readonly random: RandomGenerator
}

/**
 * Draws of the relative lift, (treatment - control) / control as a fraction, sorted ascending. A rate is drawn from its
 * Beta(1 + successes, 1 + failures) posterior, a mean from the normal distribution of its estimate. The same generator gives
 * the same draws. Reasons: `out_of_range` for counts that are none, `not_finite` where control is so near 0 that a lift is
 * beyond the doubles.
 */
export function simulateLift({ control, treatment, draws, random }: LiftInput): Inference<Float64Array> {
  if (![control, treatment].every(isSound) || !(Number.isSafeInteger(draws) && draws > 0))
    return noAnswer('out_of_range')
  const stream = randomStream(random)
  const base = drawsOf(control, draws, stream)
  const lifts = drawsOf(treatment, draws, stream)
  for (let i = 0; i < draws; i += 1) lifts[i] = (lifts[i]! - base[i]!) / base[i]!
  return lifts.every(Number.isFinite) ? answer(lifts.sort()) : noAnswer('not_finite')
}

function isSound(arm: LiftArm): boolean {
  if (arm.kind === 'rate') return arm.successes >= 0 && arm.successes <= arm.users
  return Number.isFinite(arm.mean) && arm.std >= 0 && Number.isFinite(arm.std) && arm.users > 0
}

function drawsOf(arm: LiftArm, count: number, stream: ReturnType<typeof randomStream>): Float64Array {
  const out = new Float64Array(count)
  if (arm.kind === 'mean') {
    fillNormals(stream, out)
    const error = arm.std / Math.sqrt(arm.users)
    return out.map(z => arm.mean + error * z)
  }
  const posterior = new BetaRace(1, stream)
  posterior.setPosterior(0, 1 + arm.successes, 1 + arm.users - arm.successes)
  for (let i = 0; i < count; i += 1) {
    posterior.draw()
    out[i] = posterior.gammas[0]! / (posterior.gammas[0]! + posterior.gammas[1]!)
  }
  return out
}
