import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/ratios.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { crossMomentsOf, mergeCrossMoments } from '../cross-moments.ts'
import { fiellerInterval } from './fieller.ts'
import { linearizedRatio } from './linearized-ratio.ts'
import { ratioEstimate, ratioTest } from './ratio-test.ts'

const TOLERANCE = 1e-11

interface Arm {
  readonly numerators: readonly number[]
  readonly denominators: readonly number[]
}

const momentsOfArm = ({ numerators, denominators }: Arm) => crossMomentsOf([numerators, denominators])

const arm = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 30 })), { minLength: 3, maxLength: 40 })
  .map((rows): Arm => ({ numerators: rows.map(row => row[0]), denominators: rows.map(row => row[1]) }))

describe('ratio test', () => {
  it.each(exact.cases)('matches mpmath for case %#', oracle => {
    const test = answered(ratioTest(momentsOfArm(oracle.control), momentsOfArm(oracle.treatment), oracle.alpha))

    expect(relativeError(test.effect, oracle.effect)).toBeLessThan(TOLERANCE)
    expect(relativeError(test.standardError, oracle.standardError)).toBeLessThan(TOLERANCE)
    expect(relativeError(test.pValueLog10, oracle.pValueLog10)).toBeLessThan(TOLERANCE)
    expect(relativeError(test.lower, oracle.lower)).toBeLessThan(1e-10)
    expect(relativeError(test.upper, oracle.upper)).toBeLessThan(1e-10)
  })

  it('gives the values printed for five persons an arm', () => {
    const control = crossMomentsOf([
      [1, 2, 0, 3, 1],
      [10, 12, 8, 15, 9],
    ])
    const treatment = crossMomentsOf([
      [2, 3, 1, 4, 2],
      [11, 13, 9, 14, 10],
    ])
    const test = answered(ratioTest(control, treatment, 0.05))

    expect([test.effect, test.lower, test.upper, test.pValue].map(x => x.toFixed(6))).toEqual([
      '0.080897',
      '-0.004004',
      '0.165798',
      '0.061829',
    ])
    expect(test.statistic.toFixed(4)).toBe('1.8675')
    expect((100 * (test.effect / answered(ratioEstimate(control)).ratio)).toFixed(2)).toBe('62.41')
  })

  it('keeps the logarithm of a p-value that underflows', () => {
    const products = [1e6, 0, 0, 1e6]
    const test = answered(ratioTest({ n: 1e6, means: [1, 10], products }, { n: 1e6, means: [2, 10], products }, 0.05))

    expect(test.pValue).toBe(0)
    expect(test.pValueLog10).toBeLessThan(-1000)
  })

  it('says why there is no answer', () => {
    const good = { n: 9, means: [1, 2], products: [4, 1, 1, 3] }
    const constant = { n: 9, means: [1, 2], products: [0, 0, 0, 0] }
    const reasons = [
      ratioTest({ ...good, n: 1 }, good, 0.05),
      ratioTest(good, { ...good, means: [1, 0] }, 0.05),
      ratioTest(good, { ...good, means: [1] }, 0.05),
      ratioTest(constant, constant, 0.05),
      ratioTest(good, good, 1),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['too_few_persons', 'zero_total', 'not_finite', 'zero_variance', 'out_of_range'])
  })

  it('is the same from merged halves, and scales with the unit of the denominator', () => {
    fc.assert(
      fc.property(arm, arm, arm, (first, second, treatment) => {
        const whole = momentsOfArm({
          numerators: [...first.numerators, ...second.numerators],
          denominators: [...first.denominators, ...second.denominators],
        })
        const merged = mergeCrossMoments(momentsOfArm(first), momentsOfArm(second))
        const hours = ({ numerators, denominators }: Arm) => ({
          numerators,
          denominators: denominators.map(days => days * 24),
        })
        const test = ratioTest(whole, momentsOfArm(treatment), 0.05)
        fc.pre(test.ok && test.value.standardError > 1e-6)

        const again = answered(ratioTest(merged, momentsOfArm(treatment), 0.05))
        const merge24 = mergeCrossMoments(momentsOfArm(hours(first)), momentsOfArm(hours(second)))
        const scaled = answered(ratioTest(merge24, momentsOfArm(hours(treatment)), 0.05))

        expect(Math.abs(again.statistic - test.value.statistic)).toBeLessThan(1e-9 * (1 + Math.abs(again.statistic)))
        expect(Math.abs(scaled.effect * 24 - test.value.effect)).toBeLessThan(1e-12)
        expect(Math.abs(scaled.statistic - test.value.statistic)).toBeLessThan(1e-9 * (1 + Math.abs(again.statistic)))
      }),
      { seed: 42, numRuns: 200 },
    )
  })
})

describe("Fieller's interval", () => {
  const quotient = {
    numerator: 3,
    denominator: 2,
    numeratorVariance: 0.04,
    denominatorVariance: 0.01,
    covariance: 0.005,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
  }

  it.each(exact.cases)('matches mpmath for the treatment of case %#', ({ treatment, alpha, fieller }) => {
    const { n, means, products } = momentsOfArm(treatment)
    const scale = 1 / (n - 1) / n
    const interval = fiellerInterval(
      {
        numerator: means[0]!,
        denominator: means[1]!,
        numeratorVariance: products[0]! * scale,
        denominatorVariance: products[3]! * scale,
        covariance: products[1]! * scale,
        degreesOfFreedom: Number.POSITIVE_INFINITY,
      },
      alpha,
    )

    expect(interval.ok ? 'bounded' : interval.reason).toBe(fieller === null ? 'unbounded' : 'bounded')
    if (!interval.ok || fieller === null) return
    expect(relativeError(interval.value.lower, fieller[0]!)).toBeLessThan(1e-10)
    expect(relativeError(interval.value.upper, fieller[1]!)).toBeLessThan(1e-10)
  })

  it('holds the quotient, and turns over with it', () => {
    const forth = answered(fiellerInterval(quotient, 0.05))
    const back = answered(
      fiellerInterval(
        { ...quotient, numerator: 2, denominator: 3, numeratorVariance: 0.01, denominatorVariance: 0.04 },
        0.05,
      ),
    )

    expect(forth.lower < 1.5 && 1.5 < forth.upper).toBe(true)
    expect(relativeError(1 / back.upper, forth.lower)).toBeLessThan(1e-14)
    expect(relativeError(1 / back.lower, forth.upper)).toBeLessThan(1e-14)
  })

  it('is a point where nothing varies', () => {
    const sure = { ...quotient, numeratorVariance: 0, denominatorVariance: 0, covariance: 0 }

    const points = [sure, { ...sure, numerator: 0 }].map(q => answered(fiellerInterval(q, 0.05)))

    expect(points.map(({ lower, upper }) => [lower, upper])).toEqual([
      [1.5, 1.5],
      [0, 0],
    ])
  })

  it('says why there is no interval', () => {
    const reasons = [
      fiellerInterval({ ...quotient, denominator: 0.1 }, 0.05),
      fiellerInterval({ ...quotient, covariance: 1 }, 0.05),
      fiellerInterval({ ...quotient, numerator: Number.NaN }, 0.05),
      fiellerInterval({ ...quotient, degreesOfFreedom: 0 }, 0.05),
      fiellerInterval(quotient, 0),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['unbounded', 'out_of_range', 'not_finite', 'out_of_range', 'out_of_range'])
  })
})

describe('the linearized ratio', () => {
  const whole = momentsOfArm({ numerators: [1, 2, 0, 3, 1], denominators: [10, 12, 8, 15, 9] })

  it('has the mean and the variance of the ratio', () => {
    const [numerator, denominator] = whole.means
    const linear = linearizedRatio(whole, { numerator: numerator!, denominator: denominator! })

    const { ratio, variance } = answered(ratioEstimate(whole))
    expect(linear.means[0]).toBeCloseTo(ratio, 14)
    expect(linear.products[0]! / (whole.n - 1) / whole.n).toBeCloseTo(variance, 14)
  })

  it('is the same of parts that are merged', () => {
    fc.assert(
      fc.property(arm, arm, (first, second) => {
        const [a, b] = [momentsOfArm(first), momentsOfArm(second)]
        const { means } = mergeCrossMoments(a, b)
        const parts = { numerator: means[0]!, denominator: means[1]! }

        const merged = linearizedRatio(mergeCrossMoments(a, b), parts)
        const apart = mergeCrossMoments(linearizedRatio(a, parts), linearizedRatio(b, parts))

        expect(apart.means[0]).toBeCloseTo(merged.means[0]!, 10)
        expect(apart.products[0]).toBeCloseTo(merged.products[0]!, 8)
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  it('is crossed with what stands beside it, person by person', () => {
    const [y, x, z] = [
      [1, 2, 0, 3],
      [4, 5, 3, 6],
      [2, 7, 1, 8],
    ] as const
    const moments = crossMomentsOf([y, x, z])
    const parts = { numerator: moments.means[0]!, denominator: moments.means[1]! }
    const ratio = parts.numerator / parts.denominator
    const values = y.map((value, at) => ratio + (value - ratio * x[at]!) / parts.denominator)

    const linear = linearizedRatio(moments, parts)

    const expected = crossMomentsOf([values, z])
    linear.products.forEach((product, at) => {
      expect(product).toBeCloseTo(expected.products[at]!, 12)
    })
  })

  it('has no mean where nobody has a denominator', () => {
    const none = momentsOfArm({ numerators: [1, 2], denominators: [0, 0] })

    expect(linearizedRatio(none, { numerator: 1.5, denominator: 0 }).means[0]).toBeNaN()
  })
})
