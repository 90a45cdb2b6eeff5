import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { hashToUnit } from './hash-to-unit.ts'

type HashCase = [seed: string, value: string, hashVersion: number, unit: number | null]
const growthbook = readFixture<{ hash: HashCase[] }>('growthbook-cases.json')
const contract = readFixture<{ hashToUnit: HashCase[] }>('contract-cases.json')

describe('hashToUnit', () => {
  test.each(growthbook.hash)(
    'places as GrowthBook does: seed %j, value %j, version %j',
    (seed, value, hashVersion, unit) => {
      expect(hashToUnit({ seed, value, hashVersion })).toBe(unit)
    },
  )

  test.each(contract.hashToUnit)(
    'places by the contract: seed %j, value %j, version %j',
    (seed, value, hashVersion, unit) => {
      expect(hashToUnit({ seed, value, hashVersion })).toBe(unit)
    },
  )

  test.each([0, 3, 1.5, -1, Number.NaN])('has no answer for hash version %j', hashVersion => {
    expect(hashToUnit({ seed: 'exp-1', value: 'user-42', hashVersion })).toBeNull()
  })

  test('gives the same answer whichever seeds came before', () => {
    const cases = [...contract.hashToUnit, ...contract.hashToUnit.toReversed()]

    const units = cases.map(([seed, value, hashVersion]) => hashToUnit({ seed, value, hashVersion }))

    expect(units).toEqual(cases.map(([, , , unit]) => unit))
  })

  // The 0.9999 quantile of chi-square with 99 degrees of freedom is 160.1; the ids are fixed, so the outcome never changes.
  test.each([
    { seed: 'checkout-button', hashVersion: 2 },
    { seed: '7f9c24e8-3b12-4fef-91e0-5a1d6c0be8d7', hashVersion: 2 },
    { seed: 'checkout-button', hashVersion: 1 },
  ])('spreads 100,000 users evenly over 100 buckets: $seed, version $hashVersion', ({ seed, hashVersion }) => {
    const counts = new Array<number>(100).fill(0)

    for (const userId of userIds(100_000)) counts[bucketOf(seed, userId, hashVersion, 100)]! += 1

    expect(
      chiSquare(
        counts,
        counts.map(() => 1000),
      ),
    ).toBeLessThan(160.1)
  })

  // The 0.9999 quantile of chi-square with 81 degrees of freedom is 137.1.
  test('places users independently under two seeds', () => {
    const counts = new Array<number>(100).fill(0)

    for (const userId of userIds(100_000)) {
      counts[10 * bucketOf('exp-1', userId, 2, 10) + bucketOf('exp-2', userId, 2, 10)]! += 1
    }

    expect(chiSquare(counts, independentCounts(counts))).toBeLessThan(137.1)
  })
})

function userIds(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `user-${i}`)
}

function bucketOf(seed: string, value: string, hashVersion: number, buckets: number): number {
  return Math.floor(hashToUnit({ seed, value, hashVersion })! * buckets)
}

function chiSquare(observed: number[], expected: number[]): number {
  return observed.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0)
}

/** Row total times column total over the grand total, for a 10 × 10 table. */
function independentCounts(counts: number[]): number[] {
  const total = sum(counts)
  return counts.map((_, cell) => {
    const row = Math.floor(cell / 10)
    const rowTotal = sum(counts.slice(10 * row, 10 * row + 10))
    const columnTotal = sum(counts.filter((_, other) => other % 10 === cell % 10))
    return (rowTotal * columnTotal) / total
  })
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
