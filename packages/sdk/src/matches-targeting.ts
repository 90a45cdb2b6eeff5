export type TargetingScalar = string | number | boolean

/** One condition on one attribute of the user. `in` takes a list; the four comparisons take a number or a numeric text. */
export interface TargetingRule {
  readonly attribute: string
  readonly operator: 'equals' | 'not_equals' | 'in' | 'gt' | 'lt' | 'gte' | 'lte'
  readonly value: TargetingScalar | readonly TargetingScalar[]
}

export type Attributes = Readonly<Record<string, unknown>>

/**
 * Whether every rule holds; no rules hold for everyone. An absent attribute is null.
 * - `equals`, `not_equals`: equality of JSON values, lists item by item. 1 and 1.0 are one number; true is not 1, '1' is not 1.
 * - `in`: the attribute equals one item of the rule's list.
 * - `gt`, `lt`, `gte`, `lte`: both sides as finite numbers: a number, a decimal text such as ' 1.5e3 ', true as 1, false as 0.
 *   Anything else, null too, makes the rule false.
 */
export function matchesTargeting(rules: readonly TargetingRule[], attributes: Attributes): boolean {
  for (let i = 0; i < rules.length; i += 1) if (!isMet(rules[i]!, attributes)) return false
  return true
}

function isMet(rule: TargetingRule, attributes: Attributes): boolean {
  const actual = Object.hasOwn(attributes, rule.attribute) ? (attributes[rule.attribute] ?? null) : null
  switch (rule.operator) {
    case 'equals':
      return isSameJson(actual, rule.value)
    case 'not_equals':
      return !isSameJson(actual, rule.value)
    case 'in':
      return Array.isArray(rule.value) && rule.value.includes(actual)
    case 'gt':
      return finiteNumber(actual) > finiteNumber(rule.value)
    case 'lt':
      return finiteNumber(actual) < finiteNumber(rule.value)
    case 'gte':
      return finiteNumber(actual) >= finiteNumber(rule.value)
    case 'lte':
      return finiteNumber(actual) <= finiteNumber(rule.value)
    default:
      return false
  }
}

function isSameJson(actual: unknown, expected: TargetingRule['value']): boolean {
  if (typeof expected !== 'object') return actual === expected
  return (
    Array.isArray(actual) &&
    actual.length === expected.length &&
    expected.every((item, index) => actual[index] === item)
  )
}

const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i

/** NaN for what is no finite number: every comparison with NaN is false. */
function finiteNumber(value: unknown): number {
  const number = toNumber(value)
  return Number.isFinite(number) ? number : Number.NaN
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : Number.NaN
}
