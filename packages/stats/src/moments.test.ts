import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../testing/relative-error.ts'
import type { CrossMoments } from './cross-moments.ts'
import { mergeCrossMoments, unmergeCrossMoments } from './cross-moments.ts'
import { EMPTY_MOMENTS, mergeMoments, momentsOf, sampleVariance } from './moments.ts'

const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 })

describe('moments', () => {
  it('are count, mean and centred sum of squares', () => {
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9])

    expect(moments).toEqual({ n: 8, mean: 5, m2: 32 })
    expect(sampleVariance(moments)).toBeCloseTo(32 / 7, 15)
  })

  it('keep the variance of small deviations from a large mean', () => {
    const values = Float64Array.from({ length: 10_000 }, (_, i) => 1e9 + (i % 2))

    const moments = momentsOf(values)

    expect(moments.mean).toBe(1e9 + 0.5)
    expect(moments.m2).toBe(2500)
  })

  it('of equal values have no spread at all', () => {
    const moments = momentsOf(new Array<number>(1001).fill(0.1))

    expect(moments).toEqual({ n: 1001, mean: 0.1, m2: 0 })
  })

  it('are empty for nobody, and have no variance for one person', () => {
    expect(momentsOf([])).toEqual(EMPTY_MOMENTS)
    expect(sampleVariance(momentsOf([3]))).toBeNaN()
  })

  it('of a union are those of the whole sample', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const whole = momentsOf([...a, ...b])
        const merged = mergeMoments(momentsOf(a), momentsOf(b))

        expect(merged.n).toBe(whole.n)
        expect(Math.abs(merged.mean - whole.mean)).toBeLessThan(1e-10)
        expect(Math.abs(merged.m2 - whole.m2)).toBeLessThan(1e-9 * (1 + whole.m2))
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('do not change when nobody joins', () => {
    const moments = momentsOf([1, 2, 4])

    expect(mergeMoments(moments, EMPTY_MOMENTS)).toBe(moments)
    expect(mergeMoments(EMPTY_MOMENTS, moments)).toBe(moments)
  })
})

describe('cross-moments', () => {
  const pairs = fc.array(
    fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: -100, max: 100, noNaN: true })),
    { minLength: 1, maxLength: 40 },
  )

  it('of a union are those of the whole sample', () => {
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        const whole = crossMomentsOf([...a, ...b])
        const merged = mergeCrossMoments(crossMomentsOf(a), crossMomentsOf(b))

        expect(merged.n).toBe(whole.n)
        whole.means.forEach((mean, i) => {
          expect(Math.abs(merged.means[i]! - mean)).toBeLessThan(1e-11)
        })
        whole.products.forEach((product, i) => {
          expect(Math.abs(merged.products[i]! - product)).toBeLessThan(1e-7)
        })
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  it('of the rest are those of the whole without a part', () => {
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        const rest = crossMomentsOf(a)

        const found = unmergeCrossMoments(crossMomentsOf([...a, ...b]), crossMomentsOf(b))

        expect(found.n).toBe(rest.n)
        rest.means.forEach((mean, i) => {
          expect(Math.abs(found.means[i]! - mean)).toBeLessThan(1e-9)
        })
        rest.products.forEach((product, i) => {
          expect(Math.abs(found.products[i]! - product)).toBeLessThan(1e-6)
        })
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('are empty when everybody leaves', () => {
    const some = crossMomentsOf([
      [1, 5],
      [2, 7],
    ])

    expect(unmergeCrossMoments(some, some)).toEqual({ n: 0, means: [0, 0], products: [0, 0, 0, 0] })
    expect(unmergeCrossMoments(some, { n: 0, means: [0, 0], products: [0, 0, 0, 0] })).toBe(some)
  })

  it('carry the same variance as moments of each variable', () => {
    const cross = mergeCrossMoments(
      crossMomentsOf([
        [1, 5],
        [2, 7],
      ]),
      crossMomentsOf([
        [4, 1],
        [9, 0],
      ]),
    )

    expect(relativeError(cross.products[0]!, momentsOf([1, 2, 4, 9]).m2)).toBeLessThan(1e-14)
    expect(relativeError(cross.products[3]!, momentsOf([5, 7, 1, 0]).m2)).toBeLessThan(1e-14)
    expect(cross.products[1]).toBe(cross.products[2])
  })

  it('do not change when nobody joins', () => {
    const empty = { n: 0, means: [0, 0], products: [0, 0, 0, 0] }
    const some = crossMomentsOf([
      [1, 5],
      [2, 7],
    ])

    expect(mergeCrossMoments(empty, some)).toBe(some)
    expect(mergeCrossMoments(some, empty)).toBe(some)
  })
})

function crossMomentsOf(rows: readonly (readonly [number, number])[]): CrossMoments {
  const n = rows.length
  const means = [0, 1].map(i => rows.reduce((sum, row) => sum + row[i]!, 0) / n)
  const product = (i: number, j: number) =>
    rows.reduce((sum, row) => sum + (row[i]! - means[i]!) * (row[j]! - means[j]!), 0)
  return { n, means, products: [product(0, 0), product(0, 1), product(1, 0), product(1, 1)] }
}
