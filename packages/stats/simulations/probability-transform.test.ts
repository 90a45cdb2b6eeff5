import { describe, expect, it } from 'vitest'
import { chiSquareCdf } from '../src/distributions/chi-square.ts'
import { normalCdf } from '../src/distributions/normal.ts'
import { studentCdf } from '../src/distributions/student-t.ts'
import { welchTest } from '../src/means/welch.ts'
import { momentsOf } from '../src/moments.ts'
import { sampleRatioTest } from '../src/srm.ts'
import { answered } from '../testing/answered.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'

const DRAWS = 4000

/** Share-of-tenths test of values that should be uniform on (0, 1). */
function uniformityP(values: readonly number[]): number {
  const counts = new Array<number>(10).fill(0)
  for (const value of values) counts[Math.min(9, Math.floor(10 * value))]! += 1
  return answered(
    sampleRatioTest(
      counts,
      counts.map(() => 1),
    ),
  ).pValue
}

function normals(source: RandomSource, n: number): Float64Array {
  return Float64Array.from({ length: n }, () => source.normal())
}

describe('probability transforms', () => {
  it.each<[string, (source: RandomSource) => number]>([
    ['a normal value', source => normalCdf(source.normal())],
    [
      'a sum of squares',
      source =>
        chiSquareCdf(
          normals(source, 3).reduce((sum, x) => sum + x * x, 0),
          3,
        ),
    ],
    [
      'a standardized mean',
      source => {
        const { n, mean, m2 } = momentsOf(normals(source, 5))
        return studentCdf(mean / Math.sqrt(m2 / (n - 1) / n), n - 1)
      },
    ],
    [
      'a Welch p-value under no effect',
      source => answered(welchTest(momentsOf(normals(source, 30)), momentsOf(normals(source, 25)), 0.05)).pValue,
    ],
  ])('make %s uniform', (_, draw) => {
    const source = randomSource(99)

    const values = Array.from({ length: DRAWS }, () => draw(source))

    expect(uniformityP(values)).toBeGreaterThan(0.001)
  })

  it('tell a value that is not uniform', () => {
    const source = randomSource(99)

    const values = Array.from({ length: DRAWS }, () => normalCdf(1.1 * source.normal()))

    expect(uniformityP(values)).toBeLessThan(0.001)
  })
})

describe('random source', () => {
  it('draws binomial counts with the right mean and spread', () => {
    const source = randomSource(5)
    const n = 300
    const rate = 0.07

    const counts = momentsOf(Float64Array.from({ length: DRAWS }, () => source.binomial(n, rate)))

    const spread = n * rate * (1 - rate)
    expect(Math.abs(counts.mean - n * rate)).toBeLessThan(4 * Math.sqrt(spread / DRAWS))
    expect(Math.abs(counts.m2 / (DRAWS - 1) / spread - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS))
  })

  it('draws what must be when nothing is left to chance', () => {
    const source = randomSource(5)

    expect([source.binomial(0, 0.5), source.binomial(9, 0), source.binomial(9, 1)]).toEqual([0, 0, 9])
  })
})
