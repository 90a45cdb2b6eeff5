import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeySet } from './key-set.ts'

describe('a key set', () => {
  it('agrees with a Set when keys come and go', () => {
    const key = fc.oneof(fc.nat(40), fc.constantFrom(0, 0xfffffffe, 1 << 20, (1 << 20) + 16))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), key), { maxLength: 300 }), steps => {
        const keys = new KeySet()
        const model = new Set<number>()

        for (const [isAdded, item] of steps) {
          if (isAdded) keys.add(item)
          else keys.delete(item)
          if (isAdded) model.add(item)
          else model.delete(item)
        }

        expect(keys.size).toBe(model.size)
        for (const [, item] of steps) expect(keys.has(item)).toBe(model.has(item))
      }),
    )
  })
})
