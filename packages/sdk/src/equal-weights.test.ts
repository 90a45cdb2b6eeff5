import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { equalWeights } from './equal-weights.ts'

const growthbook = readFixture<{ getEqualWeights: [number, number[]][] }>('growthbook-cases.json')

describe('equalWeights', () => {
  test.each(growthbook.getEqualWeights)('agrees with GrowthBook for %j arms', (count, expected) => {
    const weights = equalWeights(count)

    expect(weights).toHaveLength(expected.length)
    for (const [arm, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[arm]!, 8)
  })

  test.each([2, 3, 7, 10])('of %i arms sum to one', count => {
    const sum = equalWeights(count).reduce((total, weight) => total + weight, 0)

    expect(sum).toBeCloseTo(1, 14)
  })
})
