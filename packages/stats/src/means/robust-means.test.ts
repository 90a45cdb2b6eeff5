import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { crossMomentsOf, mergeCrossMoments } from '../cross-moments.ts'
import { momentsOf, sampleVariance } from '../moments.ts'
import { clusterRobustTest } from './cluster-robust.ts'
import { relativeLiftDelta, relativeLiftFieller } from './relative-lift.ts'
import { welchTest } from './welch.ts'
import { welchOneSidedTest } from './welch-one-sided.ts'
import { cappedTest, winsorizedTest } from './winsorized.ts'

const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 40 })
const clusters = fc.array(fc.tuple(fc.integer({ min: -100, max: 500 }), fc.integer({ min: 1, max: 30 })), {
  minLength: 3,
  maxLength: 30,
})
const armOf = (rows: readonly (readonly [number, number])[]) =>
  crossMomentsOf([rows.map(row => row[0]), rows.map(row => row[1])])
const lifted = (list: readonly number[]) => {
  const moments = momentsOf(list)
  return { n: moments.n, mean: moments.mean, variance: sampleVariance(moments) }
}
const reasonOf = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? 'answer' : result.reason)

describe('cluster-robust difference', () => {
  it("is Student's test of persons where every cluster is one person", () => {
    fc.assert(
      fc.property(values, values, (control, treatment) => {
        const single = (list: readonly number[]) => armOf(list.map(value => [value, 1] as const))
        const test = clusterRobustTest(single(control), single(treatment), 0.05)
        fc.pre(test.ok)
        const welch = answered(welchTest(momentsOf(control), momentsOf(treatment), 0.05))

        expect(relativeError(test.value.standardError, welch.standardError)).toBeLessThan(1e-12)
        expect(test.value.degreesOfFreedom).toBe(control.length + treatment.length - 2)
      }),
      { seed: 91, numRuns: 100 },
    )
  })

  it('is the same from merged halves, turns round with the arms and stretches with the unit', () => {
    fc.assert(
      fc.property(clusters, clusters, clusters, (first, second, treatment) => {
        const whole = clusterRobustTest(armOf([...first, ...second]), armOf(treatment), 0.05)
        fc.pre(whole.ok && whole.value.standardError > 1e-6)
        const control = mergeCrossMoments(armOf(first), armOf(second))
        const merged = answered(clusterRobustTest(control, armOf(treatment), 0.05))
        const back = answered(clusterRobustTest(armOf(treatment), control, 0.05))
        const cents = (rows: readonly (readonly [number, number])[]) => armOf(rows.map(([sum, n]) => [100 * sum, n]))
        const scaled = answered(clusterRobustTest(cents([...first, ...second]), cents(treatment), 0.05))

        expect(relativeError(merged.standardError, whole.value.standardError)).toBeLessThan(1e-9)
        expect([back.effect, back.pValue]).toEqual([-merged.effect, merged.pValue])
        expect(relativeError(scaled.standardError, 100 * whole.value.standardError)).toBeLessThan(1e-9)
      }),
      { seed: 92, numRuns: 100 },
    )
  })

  it('keeps the logarithm of a p-value that underflows, and says why there is no answer', () => {
    const arm = (mean: number) => ({ n: 1e6, means: [10 * mean, 10], products: [1e6, 0, 0, 0] })
    const good = { n: 9, means: [1, 2], products: [4, 1, 1, 3] }
    const sure = answered(clusterRobustTest(arm(0), arm(1), 0.05))

    const reasons = [
      clusterRobustTest({ ...good, n: 1 }, good, 0.05),
      clusterRobustTest({ ...good, products: [0, 0, 0, 0] }, { ...good, products: [0, 0, 0, 0] }, 0.05),
      clusterRobustTest(good, { ...good, means: [1, 0] }, 0.05),
      clusterRobustTest(good, { ...good, means: [Number.NaN, 1] }, 0.05),
      clusterRobustTest(good, good, 1),
    ].map(reasonOf)

    expect(sure.pValue).toBe(0)
    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(reasons).toEqual(['too_few_persons', 'zero_variance', 'zero_total', 'not_finite', 'out_of_range'])
  })
})

describe('relative lift', () => {
  it('does not change with the unit, by either method', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 2, max: 1000 }), (control, treatment, unit) => {
        const plain = relativeLiftDelta(lifted(control), lifted(treatment), 0.05)
        fc.pre(plain.ok)
        const scale = (list: readonly number[]) => lifted(list.map(value => value * unit))
        const scaled = answered(relativeLiftDelta(scale(control), scale(treatment), 0.05))
        const fieller = relativeLiftFieller(lifted(control), lifted(treatment), 0.05)
        const again = relativeLiftFieller(scale(control), scale(treatment), 0.05)

        expect(Math.abs(scaled.effect - plain.value.effect)).toBeLessThan(1e-12)
        expect(relativeError(scaled.standardError, plain.value.standardError)).toBeLessThan(1e-10)
        expect(again.ok).toBe(fieller.ok)
        if (!fieller.ok || !again.ok) return
        const size = 1 + fieller.value.upper - fieller.value.lower
        expect(Math.abs(again.value.lower - fieller.value.lower)).toBeLessThan(1e-9 * size)
        expect(Math.abs(again.value.upper - fieller.value.upper)).toBeLessThan(1e-9 * size)
      }),
      { seed: 93, numRuns: 150 },
    )
  })

  it("leaves 0 out of Fieller's interval exactly when Welch's test rejects", () => {
    fc.assert(
      fc.property(values, values, (control, treatment) => {
        const lift = relativeLiftFieller(lifted(control), lifted(treatment), 0.05)
        fc.pre(lift.ok && Math.abs(lift.value.pValue - 0.05) > 1e-9)

        const excludesZero = lift.value.lower > 0 || lift.value.upper < 0

        expect(excludesZero).toBe(lift.value.pValue < 0.05)
      }),
      { seed: 94, numRuns: 200 },
    )
  })

  it('says why there is no answer', () => {
    const arm = { n: 10, mean: 2, variance: 1 }
    const still = { ...arm, variance: 0 }

    const reasons = [
      relativeLiftDelta({ ...arm, mean: 0 }, arm, 0.05),
      relativeLiftDelta(still, still, 0.05),
      relativeLiftDelta(arm, { ...arm, n: 1 }, 0.05),
      relativeLiftDelta({ ...arm, mean: 1e-320 }, { ...arm, mean: 1e300 }, 0.05),
      relativeLiftDelta({ ...arm, variance: 0 }, { ...arm, mean: Number.POSITIVE_INFINITY }, 0.05),
      relativeLiftFieller({ ...arm, mean: 0.1 }, arm, 0.05),
      relativeLiftFieller(still, still, 0.05),
      relativeLiftDelta(arm, arm, 0),
    ].map(reasonOf)

    expect(reasons).toEqual([
      'zero_total',
      'zero_variance',
      'too_few_persons',
      'not_finite',
      'not_finite',
      'unbounded',
      'zero_variance',
      'out_of_range',
    ])
  })
})

describe("Welch's test of one side", () => {
  it('has tails that fill the whole, and half the two-sided p towards the effect', () => {
    fc.assert(
      fc.property(values, values, (control, treatment) => {
        const arms = [momentsOf(control), momentsOf(treatment)] as const
        const greater = welchOneSidedTest(...arms, { alpha: 0.05, alternative: 'greater' })
        fc.pre(greater.ok)
        const less = answered(welchOneSidedTest(...arms, { alpha: 0.05, alternative: 'less' }))
        const both = answered(welchTest(...arms, 0.1))

        expect(greater.value.pValue + less.pValue).toBeCloseTo(1, 13)
        expect(relativeError(2 * Math.min(greater.value.pValue, less.pValue), both.pValue)).toBeLessThan(1e-12)
        expect([greater.value.lower, less.upper]).toEqual([both.lower, both.upper])
        expect([greater.value.upper, less.lower]).toEqual([Infinity, -Infinity])
      }),
      { seed: 95, numRuns: 100 },
    )
  })

  it('keeps the logarithm of a p-value that underflows, and passes on why there is no answer', () => {
    const far = { n: 1e6, mean: 1, m2: 1e6 }
    const sure = answered(welchOneSidedTest({ ...far, mean: 0 }, far, { alpha: 0.05, alternative: 'greater' }))
    const none = welchOneSidedTest({ n: 1, mean: 0, m2: 0 }, far, { alpha: 0.05, alternative: 'less' })

    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(none).toEqual({ ok: false, reason: 'too_few_persons' })
  })
})

describe('capped and winsorized means', () => {
  it('are Welch where nothing is changed, and blind to how far the capped values lie out', () => {
    const control = [1, 5, 6, 7, 9, 12]
    const treatment = [2, 6, 8, 9, 11, 900]
    const open = answered(
      winsorizedTest(control, treatment, { lowerShare: 0, upperShare: 1, from: 'pooled', alpha: 0.05 }),
    )
    const near = answered(cappedTest(control, treatment, { floor: 0, cap: 12, alpha: 0.05 }))
    const far = answered(cappedTest(control, [...treatment.slice(0, 5), 1e9], { floor: 0, cap: 12, alpha: 0.05 }))

    expect(open.pValue).toBe(answered(welchTest(momentsOf(control), momentsOf(treatment), 0.05)).pValue)
    expect([near.changedControl, near.changedTreatment]).toEqual([0, 1])
    expect(far).toEqual(near)
  })

  it('turn round with the arms where both say the cap', () => {
    fc.assert(
      fc.property(values, values, (control, treatment) => {
        const options = { lowerShare: 0.1, upperShare: 0.9, from: 'pooled', alpha: 0.05 } as const
        const forth = winsorizedTest(control, treatment, options)
        fc.pre(forth.ok)
        const back = answered(winsorizedTest(treatment, control, options))

        expect([back.effect, back.cap, back.pValue]).toEqual([-forth.value.effect, forth.value.cap, forth.value.pValue])
      }),
      { seed: 96, numRuns: 100 },
    )
  })

  it('say why there is no answer', () => {
    const options = { lowerShare: 0, upperShare: 0.9, from: 'control', alpha: 0.05 } as const

    const reasons = [
      winsorizedTest([1], [1, 2], options),
      winsorizedTest([1, 1, 1], [1, 2, 3], { ...options, lowerShare: 0.1 }),
      winsorizedTest([1, Number.NaN], [1, 2], options),
      winsorizedTest([1, 2], [1, 2], { ...options, upperShare: 0 }),
      cappedTest([1, 2], [1, 2], { floor: 3, cap: 3, alpha: 0.05 }),
      cappedTest([5, 6], [7, 8], { floor: 0, cap: 3, alpha: 0.05 }),
    ].map(reasonOf)

    expect(reasons).toEqual([
      'too_few_persons',
      'zero_variance',
      'not_finite',
      'out_of_range',
      'out_of_range',
      'zero_variance',
    ])
  })
})
