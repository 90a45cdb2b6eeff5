import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { chooseArm } from './choose-arm.ts'

const growthbook = readFixture<{ chooseVariation: [string, number, [number, number][], number][] }>(
  'growthbook-cases.json',
)

describe('chooseArm', () => {
  test.each(growthbook.chooseVariation)('agrees with GrowthBook: %s', (_, unit, ranges, arm) => {
    expect(chooseArm(unit, ranges)).toBe(arm)
  })

  test('finds no arm when there are no ranges', () => {
    expect(chooseArm(0, [])).toBe(-1)
  })
})
