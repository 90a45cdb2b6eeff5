import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { betaExceedance } from '../distributions/beta-exceedance.ts'
import { normalSurvival } from '../distributions/normal.ts'
import { type LiftArm, simulateLift } from './simulate-lift.ts'

const DRAWS = 200_000
/** Five standard errors of a share. */
const SLACK = 5 * Math.sqrt(0.25 / DRAWS)

function lifts(control: LiftArm, treatment: LiftArm, seed = 7, draws = DRAWS): Float64Array {
  const result = simulateLift({ control, treatment, draws, random: xoroshiro128plus(seed) })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const shareAbove = (values: Float64Array, bound: number) => values.filter(value => value > bound).length / values.length

describe('simulated lift', () => {
  it.each([
    [120, 1000, 150, 1000],
    [0, 10, 3, 12],
    [4200, 100_000, 4300, 100_000],
  ])('of rates %i/%i and %i/%i is above 0 as often as one Beta variable exceeds the other', (x0, n0, x1, n1) => {
    const values = lifts({ kind: 'rate', successes: x0, users: n0 }, { kind: 'rate', successes: x1, users: n1 })

    const exact = betaExceedance({ a: 1 + x1, b: 1 + n1 - x1 }, { a: 1 + x0, b: 1 + n0 - x0 }).lower

    expect(Math.abs(shareAbove(values, 0) - exact)).toBeLessThan(SLACK)
  })

  it.each([-0.05, 0, 0.02, 0.05, 0.1])('of means is above %d as the normal distribution says', bound => {
    const control: LiftArm = { kind: 'mean', mean: 10, std: 4, users: 400 }
    const treatment: LiftArm = { kind: 'mean', mean: 10.4, std: 5, users: 500 }
    const values = lifts(control, treatment)

    // (t - c) / c > k is t - (1 + k) c > 0, for c is never below 0 here.
    const mean = 10.4 - (1 + bound) * 10
    const error = Math.sqrt(25 / 500 + (1 + bound) ** 2 * (16 / 400))

    expect(Math.abs(shareAbove(values, bound) - normalSurvival(-mean / error))).toBeLessThan(SLACK)
  })

  it('is a fraction of control, and comes sorted', () => {
    const exactly = (mean: number): LiftArm => ({ kind: 'mean', mean, std: 0, users: 1 })
    const values = lifts({ kind: 'mean', mean: 8, std: 1, users: 50 }, exactly(10), 1, 500)

    expect(lifts(exactly(8), exactly(10), 1, 1)[0]).toBe(0.25)
    expect([...values]).toEqual([...values].sort((a, b) => a - b))
  })

  it('repeats with its generator', () => {
    const [control, treatment]: LiftArm[] = [
      { kind: 'rate', successes: 1, users: 9 },
      { kind: 'rate', successes: 2, users: 9 },
    ]

    expect(lifts(control!, treatment!, 3, 50)).toEqual(lifts(control!, treatment!, 3, 50))
    expect(lifts(control!, treatment!, 3, 50)).not.toEqual(lifts(control!, treatment!, 4, 50))
  })

  it.each([
    [{ kind: 'rate', successes: 5, users: 4 }, 'out_of_range'],
    [{ kind: 'mean', mean: Number.NaN, std: 1, users: 4 }, 'out_of_range'],
    [{ kind: 'mean', mean: 0, std: 0, users: 4 }, 'not_finite'],
  ] as const)('of %j has no answer: %s', (control, reason) => {
    const treatment: LiftArm = { kind: 'mean', mean: 1, std: 1, users: 4 }
    const random = xoroshiro128plus(1)

    expect(simulateLift({ control, treatment, draws: 10, random })).toEqual({ ok: false, reason })
  })
})
