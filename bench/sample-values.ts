import { randomFractions } from './raw/random-fractions.ts'
import { randomNormals } from './raw/random-normals.ts'

/** Amounts in cents, skewed as revenue is, so that some are equal. */
export function sampleValues(count: number, seed: number, factor: number): number[] {
  const normal = randomNormals(randomFractions(seed))
  return Array.from({ length: count }, () => Math.round(100 * factor * Math.exp(3 + 0.6 * normal())) / 100)
}
