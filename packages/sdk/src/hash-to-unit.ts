import { continueFnv32a, FNV_OFFSET_BASIS, fnv32a, fnv32aOfDecimal } from './fnv32a.ts'

/**
 * Where a value stands in [0, 1) under a seed; the same pair always gives the same number.
 * - hashVersion 1: (fnv32a(value + seed) mod 1000) / 1000
 * - hashVersion 2: (fnv32a(decimal digits of fnv32a(seed + value)) mod 10000) / 10000
 * - any other: null, because a newer configuration may name a hash that this code does not know.
 *
 * Source: GrowthBook, "Build your own SDK", hashing; equal to it for every text within the Basic Multilingual Plane.
 */
export function hashToUnit(input: { seed: string; value: string; hashVersion: number }): number | null {
  if (input.hashVersion === 2) {
    return (fnv32aOfDecimal(continueFnv32a(hashOfSeed(input.seed), input.value)) % 10_000) / 10_000
  }
  if (input.hashVersion === 1) return (continueFnv32a(fnv32a(input.value), input.seed) % 1000) / 1000
  return null
}

// A seed is long and comes many times in a row, once a user. Its hash is kept until another seed comes; the answer is the same.
let latestSeed = ''
let latestSeedHash = FNV_OFFSET_BASIS

function hashOfSeed(seed: string): number {
  if (seed !== latestSeed) {
    latestSeedHash = fnv32a(seed)
    latestSeed = seed
  }
  return latestSeedHash
}
