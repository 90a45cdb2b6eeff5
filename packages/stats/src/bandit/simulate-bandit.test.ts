import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import oracle from '../../fixtures/bandit.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { banditResult, checkpointsOf, mergeBanditRuns } from './bandit-run.ts'
import type { BanditInput } from './simulate-bandit.ts'
import { simulateBandit } from './simulate-bandit.ts'

const RATES = [0.1, 0.3, 0.2]

function runOf(change: Partial<BanditInput> & { seed?: number } = {}) {
  const { seed = 1, ...rest } = change
  const input = { rates: RATES, horizon: 100, simulations: 50, random: xoroshiro128plus(seed), ...rest }
  return answered(simulateBandit(input))
}

describe('simulated bandit', () => {
  it.each(oracle.cases)('pulls each arm as often as a walk over every state says: $rates', ({ rates, pulls }) => {
    const simulations = 20_000
    const run = runOf({ rates, horizon: pulls.length, simulations })

    pulls.forEach((expected, point) => {
      expected.forEach((mean, arm) => {
        const step = point + 1
        const seen = run.pullsAt[point * rates.length + arm]! / simulations
        const error = Math.sqrt(Math.max(mean * (step - mean), 1e-3) / simulations)
        expect(Math.abs(seen - mean)).toBeLessThan(4 * error)
      })
    })
  })

  it('gives the same run for the same generator, and another for another', () => {
    const [once, again, other] = [runOf(), runOf(), runOf({ seed: 2 })]

    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
  })

  it('merges parts to the counts of the whole, in any order', () => {
    const [a, b, c] = [runOf({ seed: 1, simulations: 7 }), runOf({ seed: 2 }), runOf({ seed: 3, simulations: 13 })]

    const whole = mergeBanditRuns(mergeBanditRuns(a, b), c)
    const turned = mergeBanditRuns(c, mergeBanditRuns(b, a))

    expect(turned).toEqual(whole)
    expect(whole.simulations).toBe(70)
    expect(whole.mostPulledIsBest).toBe(a.mostPulledIsBest + b.mostPulledIsBest + c.mostPulledIsBest)
  })

  it('accounts for every pull, and learns', () => {
    const run = runOf({ horizon: 2000, simulations: 40 })
    const result = banditResult(run)

    const pulls = run.pullsAt.slice(-3).reduce((sum, count) => sum + count, 0)
    expect(pulls).toBe(2000 * 40)
    expect(result.armAllocation.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(result.bestArmIndex).toBe(1)
    expect(result.bestArmAllocation).toBe(result.armAllocation[1])
    expect(result.bestArmAllocation).toBeGreaterThan(0.8)
    expect(result.probabilityBestArm).toBeGreaterThan(0.95)
    expect(result.finalBanditRegret).toBeLessThan(result.finalUniformRegret / 3)
  })

  it('counts regret from the pulls, and that of equal pulls by formula', () => {
    const run = runOf({ horizon: 500 })
    const { armAllocation, finalBanditRegret, finalUniformRegret, regretCurve } = banditResult(run)

    const regret = 500 * (0.2 * armAllocation[0]! + 0.1 * armAllocation[2]!)
    expect(finalBanditRegret).toBeCloseTo(regret, 10)
    expect(finalUniformRegret).toBeCloseTo((0.3 - 0.2) * 500, 10)
    expect(regretCurve.at(-1)).toEqual({
      step: 500,
      banditCumulativeRegret: finalBanditRegret,
      uniformCumulativeRegret: finalUniformRegret,
    })
    regretCurve.slice(1).forEach((point, i) => {
      expect(point.banditCumulativeRegret).toBeGreaterThanOrEqual(regretCurve[i]!.banditCumulativeRegret)
    })
  })

  it('tells regret at every step up to 40, else at 40 spread from the first to the last', () => {
    const many = checkpointsOf(5000)

    expect(checkpointsOf(3)).toEqual([1, 2, 3])
    expect(checkpointsOf(40)).toHaveLength(40)
    expect([many.length, many[0], many[1], many.at(-1)]).toEqual([40, 1, 129, 5000])
    expect(checkpointsOf(41)).toHaveLength(40)
  })

  it('takes the first of equal arms for the best, and knows one arm and sure arms', () => {
    const equal = banditResult(runOf({ rates: [0.2, 0.2], horizon: 1, simulations: 4000 }))
    const one = banditResult(runOf({ rates: [0.4] }))
    const sure = banditResult(runOf({ rates: [0, 1], horizon: 1000 }))

    expect(equal.bestArmIndex).toBe(0)
    expect(Math.abs(equal.probabilityBestArm - 0.5)).toBeLessThan(0.04)
    expect([one.bestArmAllocation, one.probabilityBestArm, one.finalBanditRegret]).toEqual([1, 1, 0])
    expect(sure.bestArmAllocation).toBeGreaterThan(0.98)
  })

  it('tells how far it is, and stops where the caller throws', () => {
    const shares: number[] = []
    runOf({ simulations: 300, horizon: 5, onProgress: share => shares.push(share) })

    const stop = () => {
      throw new Error('enough')
    }

    expect(shares).toHaveLength(100)
    expect(shares.at(-1)).toBe(1)
    expect(() => runOf({ onProgress: stop })).toThrow('enough')
  })

  it('says why there is no run, and refuses to merge different bandits', () => {
    const good = { rates: RATES, horizon: 10, simulations: 2, random: xoroshiro128plus(1) }

    const reasons = [
      { rates: [] },
      { rates: [0.1, 1.1] },
      { rates: [Number.NaN] },
      { horizon: 0 },
      { horizon: 1.5 },
      { simulations: 0 },
    ]
      .map(change => simulateBandit({ ...good, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'out_of_range',
      'out_of_range',
      'not_finite',
      'out_of_range',
      'out_of_range',
      'out_of_range',
    ])
    expect(() => mergeBanditRuns(runOf(), runOf({ horizon: 99 }))).toThrow(RangeError)
  })
})
