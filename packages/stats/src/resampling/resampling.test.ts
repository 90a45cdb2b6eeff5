import fc from 'fast-check'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import exact from '../../fixtures/resampling.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { momentsOf } from '../moments.ts'
import { drawnSum, nextIndex, nextUniform, randomStream, resampledSquares, resampledSum } from '../random.ts'
import { bootstrapTest } from './bootstrap.ts'
import { drawOrderPair } from './order-index.ts'
import { arrangements } from './permutation.ts'
import { sampleQuantile } from './quantile.ts'
import { quantileEffect } from './quantile-effect.ts'

const random = (seed = 20240605) => xoroshiro128plus(seed)
const options = (draws: number, alpha = 0.05) => ({ alpha, draws, random: random() })
const ramp = (n: number, slope: number) => Float64Array.from({ length: n }, (_, i) => ((i * 7919) % n) * slope)

describe('bootstrap of two means', () => {
  it.each(exact.permutations)('has the exact permutation p of $control', ({ control, treatment, mean }) => {
    const test = answered(bootstrapTest(control, treatment, { ...options(10_000), interval: 'percentile' }))

    expect(test.pMethod).toBe('exact')
    expect(relativeError(test.pValue, mean)).toBeLessThan(1e-14)
  })

  it.each(exact.bootstraps)('comes near the complete bootstrap at $alpha', ({ control, treatment, alpha, mean }) => {
    const percentile = answered(
      bootstrapTest(control, treatment, { ...options(40_000, alpha), interval: 'percentile' }),
    )
    const bca = answered(bootstrapTest(control, treatment, { ...options(40_000, alpha), interval: 'bca' }))
    const student = answered(bootstrapTest(control, treatment, { ...options(40_000, alpha), interval: 'studentized' }))

    // Monte Carlo error of 40,000 draws: 0.4 % of a deviation, 1 to 2 % of one for the ends.
    expect(relativeError(percentile.standardError, mean.standardError)).toBeLessThan(0.02)
    expect(Math.abs(percentile.lower - mean.percentile[0]!)).toBeLessThan(0.1)
    expect(Math.abs(percentile.upper - mean.percentile[1]!)).toBeLessThan(0.1)
    expect(Math.abs(bca.lower - mean.bca[0]!)).toBeLessThan(0.1)
    expect(Math.abs(bca.upper - mean.bca[1]!)).toBeLessThan(0.1)
    expect(relativeError(student.standardError, mean.standardError)).toBeLessThan(0.02)
    expect(Math.abs(student.lower - mean.studentized[0]!)).toBeLessThan(0.2)
    expect(Math.abs(student.upper - mean.studentized[1]!)).toBeLessThan(0.2)
  })

  it('gives the values printed for 7 and 8 persons that owe nothing to chance', () => {
    const { control, treatment } = exact.permutations[0]!
    const test = answered(bootstrapTest(control, treatment, { ...options(2000), interval: 'percentile' }))

    expect([test.effect, test.statistic, test.cohensD].map(x => x.toFixed(4))).toEqual(['1.9518', '1.4827', '0.7564'])
    expect(test.pMethod).toBe('random')
    expect(Math.abs(test.pValue - exact.permutations[0]!.mean)).toBeLessThan(0.03)
  })

  it('gives the same answer for the same seed, and nearly the same for another', () => {
    const run = (seed: number) =>
      answered(
        bootstrapTest(ramp(60, 1), ramp(80, 1.1), { alpha: 0.05, draws: 2000, random: random(seed), interval: 'bca' }),
      )

    const [once, again, other] = [run(1), run(1), run(2)]

    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
    expect(relativeError(other.standardError, once.standardError)).toBeLessThan(0.1)
  })

  it('moves with a shift of one arm, and stretches with the scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 64 }), (shift, power) => {
        const [control, treatment] = [ramp(30, 1), ramp(40, 2)]
        const run = (c: Float64Array, t: Float64Array) =>
          answered(bootstrapTest(c, t, { ...options(200), interval: 'bca' }))
        const plain = run(control, treatment)
        const moved = run(
          control,
          treatment.map(x => x + shift),
        )
        const stretched = run(
          control.map(x => x * power),
          treatment.map(x => x * power),
        )

        expect(moved.lower).toBeCloseTo(plain.lower + shift, 8)
        expect(stretched.upper / power).toBeCloseTo(plain.upper, 8)
        expect(stretched.pValue).toBe(plain.pValue)
      }),
      { seed: 45, numRuns: 30 },
    )
  })

  it('tells how far it is, and stops when told to', () => {
    const shares: number[] = []
    const run = (progress: (share: number) => void) =>
      bootstrapTest(ramp(9, 1), ramp(9, 2), { ...options(1000), interval: 'percentile', progress })

    run(share => shares.push(share))

    expect([shares.length, shares[0], shares.at(-1)]).toEqual([100, 0.01, 1])
    expect(() =>
      run(() => {
        throw new Error('cancelled')
      }),
    ).toThrow('cancelled')
  })

  it('says why there is no answer', () => {
    const ask = (control: number[], treatment: number[], change = {}) => {
      const result = bootstrapTest(control, treatment, { ...options(10), interval: 'bca', ...change })
      return result.ok ? 'answer' : result.reason
    }

    const reasons = [
      ask([1], [1, 2]),
      ask([1, 1], [1, 1]),
      ask([1, 1], [2, 2]),
      ask([1, Number.NaN], [1, 2]),
      ask([1, 2], [1, 2], { draws: 0 }),
      ask([1, 2], [1, 2], { draws: 100_001 }),
      ask([1, 2], [1, 3], { draws: 1000, interval: 'studentized' }),
      ask([1, 2], [1, 2], { alpha: 1 }),
    ]

    expect(reasons).toEqual([
      'too_few_persons',
      'zero_variance',
      'zero_variance',
      'not_finite',
      'out_of_range',
      'out_of_range',
      'unbounded',
      'out_of_range',
    ])
  })

  it('has a studentized interval that moves with a shift and stretches with the scale', () => {
    const [control, treatment] = [ramp(30, 1), ramp(40, 2)]
    const run = (c: Float64Array, t: Float64Array) =>
      answered(bootstrapTest(c, t, { ...options(500), interval: 'studentized' }))
    const plain = run(control, treatment)

    const moved = run(
      control.map(x => 4 * x),
      treatment.map(x => 4 * x + 100),
    )

    expect(moved.lower).toBeCloseTo(4 * plain.lower + 100, 8)
    expect(moved.upper).toBeCloseTo(4 * plain.upper + 100, 8)
  })
})

describe('quantile effect', () => {
  it.each(exact.permutations)(
    'has the exact permutation p of $control',
    ({ control, treatment, median, upperDecile }) => {
      const ofMedian = answered(quantileEffect(control, treatment, { ...options(10_000), share: 0.5 }))
      const ofDecile = answered(quantileEffect(control, treatment, { ...options(10_000), share: 0.9 }))

      expect([ofMedian.pMethod, ofDecile.pMethod]).toEqual(['exact', 'exact'])
      expect(relativeError(ofMedian.pValue, median)).toBeLessThan(1e-14)
      expect(relativeError(ofDecile.pValue, upperDecile)).toBeLessThan(1e-14)
    },
  )

  it.each(exact.bootstraps)('comes near the complete bootstrap at $alpha', ({ control, treatment, alpha, median }) => {
    const test = answered(quantileEffect(control, treatment, { ...options(40_000, alpha), share: 0.5 }))

    expect(relativeError(test.standardError, median.standardError)).toBeLessThan(0.02)
    expect(Math.abs(test.lower - median.percentile[0]!)).toBeLessThan(0.11)
    expect(Math.abs(test.upper - median.percentile[1]!)).toBeLessThan(0.11)
  })

  it('gives the values printed for the median of 7 and 8 persons', () => {
    const { control, treatment, median } = exact.permutations[0]!
    const test = answered(quantileEffect(control, treatment, { ...options(2000), share: 0.5 }))

    // Printed: 1.45, [-1.8, 5.65], p 0.538; interval and p to the error of another generator's 2,000 draws.
    expect(test.effect.toFixed(2)).toBe('1.45')
    expect(Math.abs(test.lower + 1.8)).toBeLessThan(0.4)
    expect(Math.abs(test.upper - 5.65)).toBeLessThan(0.4)
    expect(Math.abs(test.pValue - median)).toBeLessThan(0.04)
  })

  it('answers for a hundred thousand persons an arm', () => {
    const test = answered(quantileEffect(ramp(100_000, 1), ramp(100_000, 1.02), { ...options(200), share: 0.5 }))

    // The error of a median of n uniform values on (0, n) is about sqrt(n) / 2.
    expect(test.effect).toBeCloseTo(1000, 0)
    expect(test.standardError).toBeGreaterThan(170)
    expect(test.standardError).toBeLessThan(290)
  })

  it('says why there is no answer', () => {
    const reasons = [
      quantileEffect([1, 2], [1, 2], { ...options(10), share: 1 }),
      quantileEffect([1, 2], [1], { ...options(10), share: 0.5 }),
      quantileEffect([2, 2], [2, 2], { ...options(10), share: 0.5 }),
      quantileEffect([2, Number.POSITIVE_INFINITY], [2, 2], { ...options(10), share: 0.5 }),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['out_of_range', 'too_few_persons', 'zero_variance', 'not_finite'])
  })
})

describe('what resampling stands on', () => {
  it("interpolates quantiles as R's type 7 does", () => {
    const x = [1, 2, 4, 7, 11, 16, 22, 29, 37, 46]

    const quantiles = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99].map(share => sampleQuantile(x, share))

    // R 4.2.2: quantile(x, type = 7).
    expect(quantiles.map(q => Number(q.toFixed(10)))).toEqual([1.09, 1.9, 4.75, 13.5, 27.25, 37.9, 45.19])
  })

  it('counts arrangements', () => {
    expect([arrangements(15, 8), arrangements(4, 4), arrangements(52, 5)]).toEqual([6435, 1, 2_598_960])
    expect(arrangements(2000, 1000)).toBe(Number.POSITIVE_INFINITY)
  })

  it('draws uniform numbers and indexes', () => {
    const stream = randomStream(random())
    const uniforms = momentsOf(Float64Array.from({ length: 100_000 }, () => nextUniform(stream)))
    const counts = new Int32Array(10)
    for (let i = 0; i < 100_000; i += 1) counts[nextIndex(stream, 10)]! += 1

    expect(Math.abs(uniforms.mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 100_000))
    expect(relativeError(uniforms.m2 / 100_000, 1 / 12)).toBeLessThan(0.02)
    expect(Math.max(...counts.map(count => Math.abs(count - 10_000)))).toBeLessThan(400)
  })

  it('sums a resample as its index draws would', () => {
    const values = Float64Array.of(1, 10, 100, 1000)
    const [fast, slow] = [randomStream(random()), randomStream(random())]

    const sums = Array.from({ length: 50 }, () => resampledSum(fast, values))
    const expected = Array.from({ length: 50 }, () => values.reduce(sum => sum + values[nextIndex(slow, 4)]!, 0))

    expect(sums).toEqual(expected)
  })

  it('sums squares of the same draws, and draws without replacement every value once', () => {
    const values = Float64Array.of(1, 10, 100, 1000)
    const [one, other] = [randomStream(random()), randomStream(random())]
    const sums = new Float64Array(2)
    const pool = Float64Array.of(1, 10, 100, 1000)

    const plain = resampledSum(one, values)
    resampledSquares(other, values, sums)
    const drawn = Array.from({ length: 2000 }, () => drawnSum(one, pool, 2))

    expect(sums[0]).toBe(plain)
    expect(drawnSum(one, pool, 4)).toBe(1111)
    expect([...new Set(drawn)].toSorted((a, b) => a - b)).toEqual([11, 101, 110, 1001, 1010, 1100])
    expect(drawn.filter(sum => sum === 11).length / 2000).toBeCloseTo(1 / 6, 1)
  })

  it('places order statistics of a resample where drawing every index would', () => {
    const stream = randomStream(random())
    const n = 9
    const pair = { first: 0, second: 0 }
    const drawn = Array.from({ length: 40_000 }, () => {
      drawOrderPair(stream, n, 3, pair)
      return [pair.first, pair.second]
    })
    const counted = Array.from({ length: 40_000 }, () => {
      const indexes = Int32Array.from({ length: n }, () => nextIndex(stream, n)).sort()
      return [indexes[3]!, indexes[4]!]
    })

    for (const which of [0, 1]) {
      for (let at = 0; at < n; at += 1) {
        const share = (pairs: number[][]) => pairs.filter(p => p[which] === at).length / 40_000
        expect(Math.abs(share(drawn) - share(counted))).toBeLessThan(0.014)
      }
    }
  })
})
