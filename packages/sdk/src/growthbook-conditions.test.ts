import { describe, expect, test } from 'vitest'
import { type Condition, rulesOf } from '../fixtures/growthbook-rules.ts'
import { readFixture } from '../fixtures/read-fixture.ts'
import { type Attributes, matchesTargeting } from './index.ts'

type ConditionCase = [name: string, condition: Condition, attributes: Attributes, expected: boolean, groups?: unknown]

const { evalCondition } = readFixture<{ evalCondition: ConditionCase[] }>('growthbook-client-cases.json')

// These can be said in targeting rules, and mean something else there.
const OTHERWISE_HERE: Readonly<Record<string, string>> = {
  '$in - array pass 1': 'a list that shares an item',
  '$in - array pass 2': 'a list that shares an item',
  '$in - array pass 3': 'a list that shares an item',
  'missing attribute with comparison operators': 'an absent attribute compared as 0',
  '$gt/$lt strings - pass': 'texts compared by their order',
}

const judged = evalCondition.map(([name, condition, attributes, expected]) => {
  const rules = rulesOf(condition)
  const reason = OTHERWISE_HERE[name] ?? (typeof rules === 'string' ? rules : null)
  return { name, rules: typeof rules === 'string' ? [] : rules, attributes, expected, reason }
})
const taken = judged.filter(({ reason }) => reason === null)

describe('the GrowthBook cases of conditions', () => {
  test.each(taken)('agree: $name', ({ rules, attributes, expected }) => {
    expect(matchesTargeting(rules, attributes)).toBe(expected)
  })

  test('that mean something else are told by name, and do differ', () => {
    const differing = judged.filter(
      ({ name, rules, attributes, expected }) =>
        name in OTHERWISE_HERE && matchesTargeting(rules, attributes) !== expected,
    )

    expect(differing.map(({ name }) => name).sort()).toEqual(Object.keys(OTHERWISE_HERE).sort())
  })

  test('are each run or left out for a reason that the guide gives', () => {
    const counts: Record<string, number> = {}
    for (const { reason } of judged) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1

    expect([taken.length, judged.length]).toEqual([32, 248])
    expect(counts).toEqual({
      'a list that shares an item': 3,
      'an absent attribute compared as 0': 1,
      'an operator that does not exist': 1,
      'attributes inside attributes': 7,
      'conditions inside conditions': 24,
      'conditions on the items of a list': 27,
      'equality with null or an object': 10,
      'operators $nin, $ini, $nini, $exists, $type': 36,
      'regular expressions': 8,
      'saved groups': 8,
      'texts compared by their order': 1,
      'version numbers': 90,
    })
  })
})
