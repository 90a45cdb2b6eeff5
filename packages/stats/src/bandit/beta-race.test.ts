import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import oracle from '../../fixtures/bandit.json' with { type: 'json' }
import { betaCdf } from '../distributions/beta.ts'
import { normalCdf, normalSurvival } from '../distributions/normal.ts'
import { randomStream } from '../random.ts'
import { BetaRace } from './beta-race.ts'
import { fillNormals, fineUniform } from './normal-buffer.ts'

const DRAWS = 40_000
/** Kolmogorov-Smirnov distance that a right sampler passes once in 10,000 times. */
const LIMIT = Math.sqrt(-Math.log(0.0001 / 2) / 2 / DRAWS)

const streamOf = (seed: number) => randomStream(xoroshiro128plus(seed))

function largestGap(values: Float64Array, cdf: (x: number) => number): number {
  const sorted = values.toSorted()
  return sorted.reduce((gap, x, i) => {
    const p = cdf(x)
    return Math.max(gap, p - i / sorted.length, (i + 1) / sorted.length - p)
  }, 0)
}

describe('normal values', () => {
  it('follow the normal distribution function', () => {
    const values = new Float64Array(DRAWS)

    fillNormals(streamOf(3), values)

    expect(largestGap(values, normalCdf)).toBeLessThan(LIMIT)
  })

  it.each([0.5, 2, 3.6541528853610088, 4])('lie beyond %d as often as they should, on both sides', from => {
    const values = new Float64Array(4_000_000)

    fillNormals(streamOf(4), values)

    const expected = values.length * normalSurvival(from)
    const above = values.reduce((count, x) => count + Number(x > from), 0)
    const below = values.reduce((count, x) => count + Number(x < -from), 0)
    expect(Math.abs(above - expected)).toBeLessThan(4 * Math.sqrt(expected))
    expect(Math.abs(below - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('do not depend on how the buffer is cut', () => {
    const [whole, head, tail] = [new Float64Array(3000), new Float64Array(1000), new Float64Array(2000)]
    const stream = streamOf(9)

    fillNormals(streamOf(9), whole)
    fillNormals(stream, head)
    fillNormals(stream, tail)

    expect([...head, ...tail]).toEqual([...whole])
  })
})

describe('uniform values', () => {
  it('follow the uniform distribution function, inside (0, 1)', () => {
    const stream = streamOf(5)

    const values = Float64Array.from({ length: DRAWS }, () => fineUniform(stream))

    expect(largestGap(values, x => x)).toBeLessThan(LIMIT)
    expect(Math.min(...values)).toBeGreaterThan(0)
    expect(Math.max(...values)).toBeLessThan(1)
  })
})

describe('draws from posteriors', () => {
  it.each([
    [1, 1],
    [1, 60],
    [2, 1],
    [3, 5],
    [12, 400],
    [4000, 90],
    [1e6, 3e6],
  ])('follow the distribution function of Beta(%d, %d)', (a, b) => {
    const race = new BetaRace(2, streamOf(a + b))
    race.setPosterior(0, a, b)
    race.setPosterior(1, b, a)

    const drawn = Float64Array.from({ length: DRAWS }, () => {
      race.draw()
      return race.gammas[0]! / (race.gammas[0]! + race.gammas[1]!)
    })
    const mirrored = Float64Array.from({ length: DRAWS }, () => {
      race.draw()
      return race.gammas[3]! / (race.gammas[2]! + race.gammas[3]!)
    })

    expect(largestGap(drawn, x => betaCdf(x, a, b))).toBeLessThan(LIMIT)
    expect(largestGap(mirrored, x => betaCdf(x, a, b))).toBeLessThan(LIMIT)
  })

  it('are independent between arms, though they share uniform numbers', () => {
    const race = new BetaRace(3, streamOf(8))
    const below = [0, 0, 0, 0]
    for (let i = 0; i < DRAWS; i += 1) {
      race.draw()
      const [first, last] = [0, 4].map(at => race.gammas[at]! / (race.gammas[at]! + race.gammas[at + 1]!) < 0.5)
      below[2 * Number(first) + Number(last)]! += 1
    }

    below.forEach(count => {
      expect(Math.abs(count - DRAWS / 4)).toBeLessThan(4 * Math.sqrt((DRAWS * 3) / 16))
    })
  })

  it.each(oracle.choices)('win as often as quadrature says: $shapes', ({ shapes, probabilities }) => {
    const race = new BetaRace(shapes.length, streamOf(11))
    shapes.forEach(([a, b], arm) => {
      race.setPosterior(arm, a!, b!)
    })
    const wins = shapes.map(() => 0)
    for (let i = 0; i < DRAWS; i += 1) wins[race.winner()]! += 1

    wins.forEach((count, arm) => {
      const p = probabilities[arm]!
      expect(Math.abs(count / DRAWS - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / DRAWS) + 1e-4)
    })
  })

  it('move with what is observed, and go back to the prior', () => {
    const [learned, told] = [new BetaRace(2, streamOf(1)), new BetaRace(2, streamOf(1))]
    for (let i = 0; i < 9; i += 1) learned.observe(1, i % 3 === 0)
    told.setPosterior(1, 4, 7)
    learned.draw()
    told.draw()

    const drawn = [...learned.gammas]
    expect(drawn[0]).toBe(told.gammas[0])
    expect(drawn[2]).toBeCloseTo(told.gammas[2]!, 12)
    expect(drawn[3]).toBeCloseTo(told.gammas[3]!, 12)
    const [again, fresh] = [learned, new BetaRace(2, streamOf(2))]
    again.restart()
    expect([fresh.winner(), again.winner()].every(arm => arm === 0 || arm === 1)).toBe(true)
  })
})
