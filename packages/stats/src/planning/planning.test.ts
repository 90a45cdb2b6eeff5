import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { obrienFlemingInflation } from '../sequential/obrien-fleming.ts'
import { sizeBinaryPrecision, sizeMeanPrecision } from './precision.ts'
import { sizeForSplit } from './size-for-split.ts'
import { powerTwoMeans, sizeTwoMeans } from './two-means.ts'
import { powerTwoProportions, sizeTwoProportions } from './two-proportions.ts'

const uplift = { baseline: 0.042, treatment: 0.042 * 1.05, alpha: 0.05, power: 0.8 }
const basket = { sigma: 12, delta: 45 * 0.04, alpha: 0.05, power: 0.8 }

describe('golden sizes', () => {
  it('size two proportions', () => {
    const n = answered(sizeTwoProportions(uplift))

    expect(n).toBe(146_642)
    expect(Math.ceil(n / ((12_000 * 0.6) / 2))).toBe(41)
  })

  it('size three arms with the level shared between two comparisons', () => {
    const n = answered(sizeTwoProportions({ ...uplift, alpha: 0.05 / 2 }))

    expect([n, 3 * n, Math.ceil(n / (12_000 * 0.6 * 0.2))]).toEqual([177_585, 532_755, 124])
  })

  it('size clusters by the design effect', () => {
    const designEffect = 1 + 19 * 0.02
    const n = answered(sizeTwoProportions(uplift))

    expect([Math.ceil(n * designEffect), Math.ceil((n * designEffect) / 20)]).toEqual([202_366, 10_119])
  })

  it('size several looks', () => {
    const four = Math.ceil(146_642 * obrienFlemingInflation({ looks: 4, alpha: 0.05, power: 0.8 }))
    const five = answered(sizeTwoProportions({ ...uplift, alpha: 0.01 }))
    const fiveInflated = Math.ceil(five * obrienFlemingInflation({ looks: 5, alpha: 0.01, power: 0.8 }))

    expect([four, five, fiveInflated]).toEqual([150_139, 218_201, 221_367])
  })

  it('size two means, and two means after CUPED', () => {
    const plain = answered(sizeTwoMeans(basket))
    const cuped = answered(sizeTwoMeans({ ...basket, sigma: 12 * Math.sqrt(1 - 0.5 ** 2) }))

    expect([plain, cuped]).toEqual([698, 524])
  })

  it('size a ratio metric by its linearized deviation', () => {
    const n = answered(sizeTwoMeans({ sigma: 0.35, delta: 0.12 * 0.06, alpha: 0.05, power: 0.8 }))

    expect(n).toBe(37_095)
  })

  it('size a Bayesian precision', () => {
    const n = answered(sizeBinaryPrecision({ baseline: 0.042, precision: 0.01, credibility: 0.95 }))

    expect(n).toBe(3092)
  })
})

describe('size of two proportions', () => {
  it.each(classic.power_prop)('agrees with power.prop.test for $p1 and $p2', ({ p1, p2, alpha, power, n }) => {
    const size = answered(sizeTwoProportions({ baseline: p1, treatment: p2, alpha, power }))
    const reached = powerTwoProportions({ baseline: p1, treatment: p2, alpha, controlN: n, treatmentN: n })

    expect(Math.abs(size - n)).toBeLessThan(1 + 1e-3)
    expect(reached).toBeCloseTo(power, 6)
  })

  it('is the first n that has the power', () => {
    const rate = fc.double({ min: 0.001, max: 0.999, noNaN: true })

    fc.assert(
      fc.property(rate, rate, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (baseline, treatment, power) => {
        fc.pre(Math.abs(treatment - baseline) > 1e-4)
        const n = answered(sizeTwoProportions({ baseline, treatment, alpha: 0.05, power }))
        fc.pre(n > 1 && n < 1e9)

        const powerAt = (size: number) =>
          powerTwoProportions({ baseline, treatment, alpha: 0.05, controlN: size, treatmentN: size })

        expect(powerAt(n)).toBeGreaterThanOrEqual(power - 1e-9)
        expect(powerAt(n - 1)).toBeLessThan(power + 1e-9)
      }),
      { seed: 71, numRuns: 300 },
    )
  })

  it('says why there is no size', () => {
    const reasons = [
      { baseline: 0 },
      { treatment: 1 },
      { treatment: uplift.baseline },
      { alpha: 0 },
      { power: 1 },
      { power: 0.01 },
      { baseline: Number.NaN },
    ]
      .map(change => sizeTwoProportions({ ...uplift, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'out_of_range',
      'not_finite',
    ])
  })
})

describe('size of two means', () => {
  it('is the first n that has the power', () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true })

    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (sigma, delta, power) => {
        const n = answered(sizeTwoMeans({ sigma, delta, alpha: 0.05, power }))
        fc.pre(n > 1 && n < 1e9)

        const powerAt = (size: number) => powerTwoMeans({ sigma, delta, alpha: 0.05, controlN: size, treatmentN: size })

        expect(powerAt(n)).toBeGreaterThanOrEqual(power - 1e-9)
        expect(powerAt(n - 1)).toBeLessThan(power + 1e-9)
      }),
      { seed: 72, numRuns: 300 },
    )
  })

  it('rises with either arm', () => {
    const at = (controlN: number, treatmentN: number) => powerTwoMeans({ ...basket, controlN, treatmentN })

    expect(at(700, 800)).toBeGreaterThan(at(700, 700))
    expect(at(800, 700)).toBe(at(700, 800))
  })

  it('says why there is no size', () => {
    const reasons = [
      { sigma: 1e-13 },
      { sigma: Number.POSITIVE_INFINITY },
      { delta: 0 },
      { alpha: 2 },
      { power: 0.001 },
    ]
      .map(change => sizeTwoMeans({ ...basket, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['zero_variance', 'not_finite', 'out_of_range', 'out_of_range', 'out_of_range'])
  })
})

describe('size for a precision', () => {
  it('halves the precision at four times the persons', () => {
    const wide = answered(sizeMeanPrecision({ sigma: 12, precision: 2, credibility: 0.95 }))
    const narrow = answered(sizeMeanPrecision({ sigma: 12, precision: 1, credibility: 0.95 }))

    expect([wide, narrow]).toEqual([277, 1107])
  })

  it('says why there is no size', () => {
    const reasons = [
      sizeBinaryPrecision({ baseline: 1, precision: 0.01, credibility: 0.95 }),
      sizeBinaryPrecision({ baseline: Number.NaN, precision: 0.01, credibility: 0.95 }),
      sizeBinaryPrecision({ baseline: 0.1, precision: 0, credibility: 0.95 }),
      sizeMeanPrecision({ sigma: 1, precision: 1, credibility: 1 }),
      sizeMeanPrecision({ sigma: 0, precision: 1, credibility: 0.9 }),
      sizeMeanPrecision({ sigma: Number.NaN, precision: 1, credibility: 0.9 }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'out_of_range',
      'not_finite',
      'out_of_range',
      'out_of_range',
      'zero_variance',
      'not_finite',
    ])
  })
})

describe('size for a split', () => {
  const powerAt = (controlN: number, treatmentN: number) => powerTwoProportions({ ...uplift, controlN, treatmentN })

  it('is twice the equal size for an even split', () => {
    const sizes = sizeForSplit({ split: [1, 1], powerAt, power: 0.8, startTotal: 1000 })

    expect(sizes).toEqual({ sizes: [146_642, 146_642], total: 293_284 })
  })

  it('does not depend on where the search begins, nor on the scale of the split', () => {
    const found = [1, 293_284, 1e9].map(startTotal =>
      sizeForSplit({ split: [70, 30], powerAt, power: 0.8, startTotal }),
    )
    const scaled = sizeForSplit({ split: [0.7, 0.3], powerAt, power: 0.8, startTotal: 5 })

    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
    expect(Math.abs(scaled.total - found[0]!.total)).toBeLessThanOrEqual(2)
  })

  it('keeps the power of the thinnest comparison, and no more', () => {
    const { sizes } = sizeForSplit({ split: [50, 30, 20], powerAt, power: 0.8, startTotal: 1 })

    const [control, large, thin] = sizes

    expect(powerAt(control!, thin!)).toBeGreaterThanOrEqual(0.8)
    expect(powerAt(control! - 3, thin! - 1)).toBeLessThan(0.8)
    expect(powerAt(control!, large!)).toBeGreaterThan(0.8)
  })

  it('takes few evaluations', () => {
    let evaluations = 0
    const counted = (controlN: number, treatmentN: number) => {
      evaluations += 1
      return powerAt(controlN, treatmentN)
    }

    sizeForSplit({ split: [90, 10], powerAt: counted, power: 0.9, startTotal: 300_000 })

    expect(evaluations).toBeLessThan(40)
  })

  it('is infinite where no size suffices', () => {
    const sizes = sizeForSplit({ split: [1, 1], powerAt: () => 0.1, power: 0.8, startTotal: 100 })

    expect(sizes.total).toBe(Number.POSITIVE_INFINITY)
  })
})
