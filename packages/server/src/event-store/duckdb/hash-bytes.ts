import type { HashBytes } from './key-index.ts'

/** A seeded 32-bit hash (MurmurHash3's mixing, Appleby 2008). The seed keeps a sender from aiming at one slot. */
export function seededHash(seed: number): HashBytes {
  return (bytes, length) => {
    let hash = seed
    let at = 0
    for (; at + 4 <= length; at += 4) {
      hash = mix(hash, bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    }
    let tail = 0
    for (let shift = 0; at < length; at += 1, shift += 8) tail |= bytes[at]! << shift
    return finish(mix(hash, tail) ^ length)
  }
}

function mix(hash: number, word: number): number {
  const scrambled = Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593)
  return (Math.imul(rotate(hash ^ scrambled, 13), 5) + 0xe6546b64) | 0
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
