import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesTargeting, type TargetingRule } from './matches-targeting.ts'

type Operator = TargetingRule['operator']
type Value = TargetingRule['value']

describe('matchesTargeting', () => {
  test.each<[unknown, Operator, Value, boolean]>([
    ['DE', 'equals', 'DE', true],
    ['de', 'equals', 'DE', false],
    [1, 'equals', 1.0, true],
    [0, 'equals', -0, true],
    [true, 'equals', 1, false],
    [1, 'equals', true, false],
    ['1', 'equals', 1, false],
    [false, 'equals', false, true],
    [null, 'equals', false, false],
    [null, 'equals', 0, false],
    [null, 'equals', '', false],
    [['a', 1], 'equals', ['a', 1], true],
    [['a'], 'equals', ['a', 1], false],
    [['a', 1, 2], 'equals', ['a', 1], false],
    [[1, 'a'], 'equals', ['a', 1], false],
    [['a', true], 'equals', ['a', 1], false],
    ['a', 'equals', ['a'], false],
    [['a'], 'equals', 'a', false],
    [{ a: 1 }, 'equals', 'a', false],
    ['DE', 'not_equals', 'DE', false],
    ['FR', 'not_equals', 'DE', true],
    [null, 'not_equals', 'DE', true],
    [true, 'not_equals', 1, true],
    [['a'], 'not_equals', ['a'], false],
    ['DE', 'in', ['DE', 'FR'], true],
    ['IT', 'in', ['DE', 'FR'], false],
    [1, 'in', [true, '1'], false],
    [true, 'in', [1, true], true],
    [null, 'in', ['DE'], false],
    ['DE', 'in', [], false],
    [['DE'], 'in', ['DE'], false],
    ['D', 'in', 'DE', false],
    [19, 'gt', 18, true],
    [18, 'gt', 18, false],
    [18, 'gte', 18, true],
    [17, 'gte', 18, false],
    [17, 'lt', 18, true],
    [18, 'lt', 18, false],
    [18, 'lte', 18, true],
    [19, 'lte', 18, false],
    ['19', 'gt', 18, true],
    [19, 'gt', '18', true],
    ['9', 'lt', '10', true],
    [' +1.5e1 ', 'gte', 15, true],
    ['.5', 'lt', 1, true],
    ['5.', 'gt', 4, true],
    [true, 'gte', 1, true],
    [false, 'lt', 1, true],
  ])('%j %s %j is %j', (actual, operator, value, expected) => {
    expect(matchesTargeting([{ attribute: 'x', operator, value }], { x: actual })).toBe(expected)
  })

  test.each([
    null,
    undefined,
    '',
    '  ',
    'abc',
    '0x1F',
    '1_000',
    '1,5',
    'Infinity',
    '1e999',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [5],
    {},
  ])('no comparison holds for %j, which is no finite number', unconvertible => {
    const operators = ['gt', 'lt', 'gte', 'lte'] as const

    const asAttribute = operators.map(operator =>
      matchesTargeting([{ attribute: 'x', operator, value: 0 }], { x: unconvertible }),
    )

    expect(asAttribute).toEqual([false, false, false, false])
  })

  test('no comparison holds against a value that is no finite number', () => {
    const operators = ['gt', 'lt', 'gte', 'lte'] as const

    const answers = operators.map(operator => matchesTargeting([{ attribute: 'x', operator, value: 'many' }], { x: 1 }))

    expect(answers).toEqual([false, false, false, false])
  })

  test('reads an absent attribute as null', () => {
    expect(matchesTargeting([{ attribute: 'x', operator: 'equals', value: 'DE' }], {})).toBe(false)
    expect(matchesTargeting([{ attribute: 'x', operator: 'not_equals', value: 'DE' }], {})).toBe(true)
    expect(matchesTargeting([{ attribute: 'x', operator: 'not_equals', value: 'DE' }], { x: undefined })).toBe(true)
    expect(matchesTargeting([{ attribute: 'x', operator: 'lte', value: 0 }], {})).toBe(false)
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'does not take the inherited %s for an attribute',
    attribute => {
      const absent = matchesTargeting([{ attribute, operator: 'not_equals', value: 'x' }], {})
      const present = matchesTargeting(
        [{ attribute, operator: 'equals', value: 'x' }],
        JSON.parse(`{"${attribute}":"x"}`),
      )

      expect([absent, present]).toEqual([true, true])
    },
  )

  test('holds for everyone without rules', () => {
    expect(matchesTargeting([], {})).toBe(true)
  })

  test('needs every rule to hold', () => {
    const germany: TargetingRule = { attribute: 'country', operator: 'equals', value: 'DE' }
    const adult: TargetingRule = { attribute: 'age', operator: 'gte', value: 18 }

    expect(matchesTargeting([germany, adult], { country: 'DE', age: 18 })).toBe(true)
    expect(matchesTargeting([germany, adult], { country: 'DE', age: 17 })).toBe(false)
    expect(matchesTargeting([germany, adult], { country: 'FR', age: 18 })).toBe(false)
  })

  test('fails a rule whose operator it does not know', () => {
    const fromNewerServer: TargetingRule = JSON.parse('{"attribute":"x","operator":"matches","value":"a"}')

    expect(matchesTargeting([fromNewerServer], { x: 'a' })).toBe(false)
  })

  test('equals and not_equals are opposites, whatever the attribute', () => {
    const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean())

    fc.assert(
      fc.property(fc.jsonValue(), fc.oneof(scalar, fc.array(scalar)), (actual, value) => {
        const equal = matchesTargeting([{ attribute: 'x', operator: 'equals', value }], { x: actual })
        const unequal = matchesTargeting([{ attribute: 'x', operator: 'not_equals', value }], { x: actual })

        return equal !== unequal
      }),
    )
  })
})
