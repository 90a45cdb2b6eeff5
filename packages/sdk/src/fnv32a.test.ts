import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { continueFnv32a, fnv32a, fnv32aOfDecimal } from './fnv32a.ts'

const { ascii } = readFixture<{ ascii: [string, number][] }>('fnv32a-vectors.json')
const contract = readFixture<{ fnv32a: [string, number][] }>('contract-cases.json')

describe('fnv32a', () => {
  test.each(ascii)('agrees with the byte-wise FNV-1a for the ASCII text %j', (text, hash) => {
    expect(fnv32a(text)).toBe(hash)
  })

  test.each(contract.fnv32a)('agrees with the contract for %j', (text, hash) => {
    expect(fnv32a(text)).toBe(hash)
  })

  test('equals the definition over code points for any text', () => {
    const anyText = fc.string({ unit: 'binary' })

    fc.assert(fc.property(anyText, text => fnv32a(text) === definition(text)))
  })

  test('takes a character beyond U+FFFF as one code point, not as two UTF-16 units', () => {
    const [high, low] = ['\ud83d', '\ude00']

    const whole = fnv32a(high + low)

    expect(whole).toBe(105_948_959)
    expect(whole).not.toBe(continueFnv32a(fnv32a(high), low))
  })

  test.each(['\ud83d', '\ude00', '\ude00\ud83d', 'a\ud83db', '\ud83d\ud83d\ude00'])(
    'takes a lone surrogate as itself, as in %j',
    text => {
      expect(fnv32a(text)).toBe(definition(text))
    },
  )
})

test('continuing the hash of a prefix gives the hash of the whole text', () => {
  const wellFormed = fc.string({ unit: 'binary' })

  fc.assert(
    fc.property(
      wellFormed,
      wellFormed,
      (prefix, text) => continueFnv32a(fnv32a(prefix), text) === fnv32a(prefix + text),
    ),
  )
})

test('hashing a number by arithmetic gives the hash of its printed digits', () => {
  const edges = [0, 9, 10, 99, 100, 999_999_999, 1_000_000_000, 2_147_483_647, 2_147_483_648, 4_294_967_295]
  const uint32 = fc.nat({ max: 0xffffffff })

  expect(edges.map(fnv32aOfDecimal)).toEqual(edges.map(value => fnv32a(String(value))))
  fc.assert(fc.property(uint32, value => fnv32aOfDecimal(value) === fnv32a(String(value))))
})

function definition(text: string): number {
  let hash = 0x811c9dc5n
  for (const character of text) hash = ((hash ^ BigInt(character.codePointAt(0)!)) * 0x01000193n) % 2n ** 32n
  return Number(hash)
}
