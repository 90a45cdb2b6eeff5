import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { bucketRanges, clampToUnit, effectiveWeights } from './bucket-ranges.ts'
import { chooseArm } from './choose-arm.ts'

type Ranges = [number, number][]
const growthbook = readFixture<{ getBucketRange: [string, [number, number, number[] | null], Ranges][] }>(
  'growthbook-cases.json',
)
const contract = readFixture<{ bucketRanges: [number, number, number[], Ranges][] }>('contract-cases.json')

const traffic = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 10 }).map(fractionsOf)
const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const unit = fc.integer({ min: 0, max: 9999 }).map(step => step / 10_000)

describe('bucketRanges', () => {
  test.each(growthbook.getBucketRange)('agrees with GrowthBook: %s', (_, [count, coverage, weights], expected) => {
    const ranges = bucketRanges({ weights, count, coverage })

    expectClose(ranges, expected)
  })

  test.each(contract.bucketRanges)(
    'agrees with the contract: %i arms, coverage %d',
    (count, coverage, weights, expected) => {
      const ranges = bucketRanges({ weights, count, coverage })

      expectClose(ranges, expected)
    },
  )

  test('never moves a user to another arm when coverage changes', () => {
    fc.assert(
      fc.property(traffic, fraction, fraction, unit, (weights, a, b, userUnit) => {
        const [narrow, wide] = [Math.min(a, b), Math.max(a, b)].map(coverage => armUnder(weights, coverage, userUnit))

        return narrow === -1 || narrow === wide
      }),
    )
  })

  test('leaves nobody out at full coverage, and nobody in at none', () => {
    fc.assert(
      fc.property(traffic, unit, (weights, userUnit) => {
        expect(armUnder(weights, 1, userUnit)).toBeGreaterThanOrEqual(0)
        expect(armUnder(weights, 0, userUnit)).toBe(-1)
      }),
    )
  })

  test('puts nobody into two arms', () => {
    fc.assert(
      fc.property(traffic, fraction, unit, (weights, coverage, userUnit) => {
        const ranges = bucketRanges({ weights, count: weights.length, coverage })

        return ranges.filter(([start, end]) => userUnit >= start && userUnit < end).length <= 1
      }),
    )
  })

  test('takes nobody in when coverage is not a number', () => {
    const ranges = bucketRanges({ weights: null, count: 2, coverage: Number.NaN })

    expect(chooseArm(0, ranges)).toBe(-1)
  })
})

describe('effectiveWeights', () => {
  test.each([
    { why: 'there are none', weights: null },
    { why: 'their number is wrong', weights: [0.2, 0.3, 0.5] },
    { why: 'their sum is below 0.99', weights: [0.5, 0.4899] },
    { why: 'their sum is above 1.01', weights: [0.5, 0.5101] },
    { why: 'one is not a number', weights: [0.5, Number.NaN] },
  ])('are equal when $why', ({ weights }) => {
    expect(effectiveWeights(weights, 2)).toEqual([0.5, 0.5])
  })

  test.each([[[0.5, 0.4901]], [[0.5, 0.5099]], [[0.25, 0.75]]])(
    'are %j as given when their sum is near one',
    weights => {
      expect(effectiveWeights(weights, 2)).toEqual(weights)
    },
  )
})

test.each([
  [-0.2, 0],
  [0, 0],
  [0.4, 0.4],
  [1, 1],
  [1.5, 1],
])('a coverage of %d counts as %d', (given, counted) => {
  expect(clampToUnit(given)).toBe(counted)
})

function armUnder(weights: readonly number[], coverage: number, userUnit: number): number {
  return chooseArm(userUnit, bucketRanges({ weights, count: weights.length, coverage }))
}

function fractionsOf(split: number[]): number[] {
  const total = split.reduce((sum, part) => sum + part, 0)
  return split.map(part => part / total)
}

function expectClose(actual: readonly (readonly [number, number])[], expected: Ranges): void {
  expect(actual).toHaveLength(expected.length)
  for (const [arm, [start, end]] of actual.entries()) {
    expect(start).toBeCloseTo(expected[arm]![0], 12)
    expect(end).toBeCloseTo(expected[arm]![1], 12)
  }
}
