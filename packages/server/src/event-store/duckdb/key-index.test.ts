import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededHash } from './hash-bytes.ts'
import { IdBytes } from './id-bytes.ts'
import { type HashBytes, KeyIndex } from './key-index.ts'

const id = new IdBytes()
const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e'

describe('a key index', () => {
  it('gives each distinct id the next key, and a known one its own', () => {
    const index = new KeyIndex(seededHash(1))

    const keys = ['a', 'b', 'a', '', 'c', ''].map(text => index.intern(id.encode(text)))

    expect(keys).toEqual([0, 1, 0, 2, 3, 2])
    expect(index.size).toBe(4)
    expect(index.find(id.encode('c'))).toBe(3)
    expect(index.find(id.encode('d'))).toBe(-1)
  })

  const hashes: Record<string, HashBytes> = {
    'a good hash': seededHash(7),
    'one hash for everything': () => 12345,
    'two hashes': (bytes, length) => (length === 0 ? 0 : bytes[0]! & 1),
    'hashes that differ in high bits only': (_, length) => length << 24,
    'the largest hash': () => 0xffffffff,
  }
  it.each(Object.entries(hashes))('agrees with a Map under %s, also when ids are forgotten', (_, hash) => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.uuid(),
      fc.string({ minLength: 250, maxLength: 260 }),
    )
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 60 }),
        fc.array(text, { maxLength: 30 }),
        fc.nat(60),
        (first, second, cut) => {
          const index = new KeyIndex(hash)
          const model = new Map<string, number>()
          for (const item of first) expect(index.intern(id.encode(item))).toBe(internIn(model, item))

          index.truncate(cut)
          for (const [item, key] of [...model]) if (key >= cut) model.delete(item)
          for (const item of second) expect(index.intern(id.encode(item))).toBe(internIn(model, item))

          expect(index.size).toBe(model.size)
          for (const item of [...first, ...second]) expect(index.find(id.encode(item))).toBe(model.get(item) ?? -1)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells a packed UUID from a text of the same 16 bytes', () => {
    const index = new KeyIndex(() => 1)
    const sameBytes = Buffer.from(UUID.replaceAll('-', ''), 'hex')

    const packed = index.intern(id.encode(UUID))
    const plain = index.intern(id.copyFrom(sameBytes, 0, 16))

    expect(id.encode(UUID).packedLength).toBe(16)
    expect([packed, plain]).toEqual([0, 1])
  })

  it('finds 100,000 ids again, across many arena chunks', () => {
    const index = new KeyIndex(seededHash(3))
    const texts = Array.from({ length: 100_000 }, (_, at) => `user-${at}-${'x'.repeat(at % 50)}`)

    for (const text of texts) index.intern(id.encode(text))

    expect(index.size).toBe(100_000)
    expect(texts.every((text, key) => index.find(id.encode(text)) === key)).toBe(true)
  })

  it('goes on after it forgot most of what it held', () => {
    const index = new KeyIndex(seededHash(3))
    const texts = Array.from({ length: 60_000 }, (_, at) => `user-${at}-${'x'.repeat(30)}`)
    for (const text of texts) index.intern(id.encode(text))

    index.truncate(100)

    expect(index.find(id.encode(texts[99]!))).toBe(99)
    expect(index.find(id.encode(texts[100]!))).toBe(-1)
    expect(index.intern(id.encode(texts[59_999]!))).toBe(100)
  })

  it('refuses an id that no chunk can hold, and stays as it was', () => {
    const index = new KeyIndex(seededHash(3))

    expect(() => index.intern(id.encode('x'.repeat(2_000_000)))).toThrow(RangeError)

    expect(index.size).toBe(0)
    expect(index.intern(id.encode('x'.repeat(1_000_000)))).toBe(0)
  })

  it('takes less than 50 bytes for a UUID', () => {
    const index = new KeyIndex(seededHash(3))

    for (let at = 0; at < 50_000; at += 1)
      index.intern(id.encode(`0f8fad5b-d9cb-469f-a165-${at.toString(16).padStart(12, '0')}`))

    expect(index.byteLength / 50_000).toBeLessThan(50)
  })
})

function internIn(model: Map<string, number>, item: string): number {
  const key = model.get(item) ?? model.size
  model.set(item, key)
  return key
}
