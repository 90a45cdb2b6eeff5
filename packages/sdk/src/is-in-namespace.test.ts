import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { fnv32a } from './fnv32a.ts'
import { isInNamespace } from './is-in-namespace.ts'

const growthbook = readFixture<{ inNamespace: [string, string, [string, number, number], boolean][] }>(
  'growthbook-cases.json',
)

describe('isInNamespace', () => {
  test.each(growthbook.inNamespace)('agrees with GrowthBook: %s', (_, userId, [id, rangeStart, rangeEnd], expected) => {
    expect(isInNamespace(userId, { id, rangeStart, rangeEnd })).toBe(expected)
  })

  test('puts every user into exactly one of the slices that share out a namespace', () => {
    const slices = [0, 0.1, 0.35, 1].map((rangeStart, i, starts) => ({
      id: 'checkout',
      rangeStart,
      rangeEnd: starts[i + 1] ?? 1,
    }))

    const hits = Array.from(
      { length: 1000 },
      (_, i) => slices.filter(slice => isInNamespace(`user-${i}`, slice)).length,
    )

    expect(new Set(hits)).toEqual(new Set([1]))
  })

  test('has a start that belongs to the slice and an end that does not', () => {
    const unit = (fnv32a('user-42__checkout') % 1000) / 1000

    const fromUnit = isInNamespace('user-42', { id: 'checkout', rangeStart: unit, rangeEnd: 1 })
    const untilUnit = isInNamespace('user-42', { id: 'checkout', rangeStart: 0, rangeEnd: unit })

    expect([fromUnit, untilUnit]).toEqual([true, false])
  })

  test('walks code points in the user id and in the namespace id', () => {
    const unit = (fnv32a('ü€😀__кассы😀') % 1000) / 1000
    const slice = { id: 'кассы😀', rangeStart: unit, rangeEnd: unit + 0.0005 }

    expect(isInNamespace('ü€😀', slice)).toBe(true)
  })
})
