import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import peer from '../../fixtures/growthbook-power.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import type { GrowthBookPlan } from './growthbook-power.ts'
import {
  growthbookDetectableEffect,
  growthbookPower,
  growthbookScalingFactor,
  growthbookVariance,
} from './growthbook-power.ts'

const PLAN: GrowthBookPlan = { mean: 10, variance: 3910, personsPerArm: 100_000, alpha: 0.05, judge: { kind: 'fixed' } }

describe("GrowthBook's planning", () => {
  it('reaches 80 % in the weeks that its planner says', () => {
    const { metrics, users_per_week, frequentist } = peer.nine_weeks
    const firstWeek = metrics.map(metric => {
      const mean = metric.rate ?? metric.mean!
      const variance = metric.sd_squared ?? mean * (1 - mean)
      const at = (week: number) =>
        growthbookPower({ ...PLAN, mean, variance, personsPerArm: (week * users_per_week) / 3 }, metric.relative_effect)
      return [1, 2, 3, 4, 5, 6, 7, 8, 9].find(week => at(week) >= 0.8) ?? null
    })

    expect(firstWeek).toEqual(frequentist.weeks_to_80)
  })

  it('is alpha without an effect, grows with the persons, and falls when read at any moment', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.5, noNaN: true }), fc.integer({ min: 100, max: 1e9 }), (effect, n) => {
        const plan = { ...PLAN, personsPerArm: n }
        const sequential = { ...plan, judge: { kind: 'sequential', tightestAt: 5000 } as const }

        const power = growthbookPower(plan, effect)

        expect(growthbookPower(plan, 0)).toBeCloseTo(0.05, 12)
        expect(growthbookPower({ ...plan, personsPerArm: 2 * n }, effect)).toBeGreaterThanOrEqual(power - 1e-12)
        expect(growthbookPower(sequential, effect)).toBeLessThanOrEqual(power + 1e-12)
        expect(growthbookVariance(plan, effect)).toBeGreaterThan(growthbookVariance(plan, 0))
      }),
      { seed: 95, numRuns: 100 },
    )
  })

  it('finds the effect whose power it is', () => {
    const effect = answered(growthbookDetectableEffect(PLAN, 0.8))

    expect(growthbookPower(PLAN, effect)).toBeCloseTo(0.8, 12)
  })

  it('asks for no more persons where the power is there, and gives none where it cannot be', () => {
    const now = { effect: 0.05, standardError: 0.09, persons: 1000, alpha: 0.05, power: 0.8, judge: PLAN.judge }

    const enough = growthbookScalingFactor({ ...now, standardError: 0.001 })
    const reasons = [{ effect: 0 }, { standardError: 0 }, { persons: 0 }, { effect: 1e-9 }]
      .map(change => growthbookScalingFactor({ ...now, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(enough).toEqual({ ok: true, value: 0 })
    expect(reasons).toEqual(new Array(4).fill('out_of_range'))
  })
})
