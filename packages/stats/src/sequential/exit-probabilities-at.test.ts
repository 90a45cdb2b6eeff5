import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import oracle from '../../fixtures/exit-probabilities.json' with { type: 'json' }
import { relativeError } from '../../testing/relative-error.ts'
import { normalCdf, normalSurvival } from '../distributions/normal.ts'
import type { Corridor } from './exit-probabilities-at.ts'
import { exitProbabilitiesAt } from './exit-probabilities-at.ts'

const OPEN = Number.POSITIVE_INFINITY
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const corridors: fc.Arbitrary<Corridor> = fc
  .record({
    twentieths: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
    low: fc.constantFrom(-OPEN, -3, -0.5),
    high: fc.constantFrom(0, 1.5, 4, OPEN),
    drift: fc.double({ min: -6, max: 6, noNaN: true }),
  })
  .map(({ twentieths, low, high, drift }) => {
    const times = twentieths.toSorted((a, b) => a - b).map(n => n / 20)
    return { times, lower: times.map((_, i) => low - i / 10), upper: times.map((_, i) => high + i / 20), drift }
  })

describe('first-exit probabilities', () => {
  it.each(oracle.cases)('lie where simulated paths leave: $name at $drift', ({ lower, upper, simulated, ...rest }) => {
    const exits = exitProbabilitiesAt({
      ...rest,
      lower: lower.map(bound => bound ?? -OPEN),
      upper: upper.map(bound => bound ?? OPEN),
    })

    const shares = [sum(exits.lower), sum(exits.upper)]
    shares.forEach((share, i) => {
      const error = Math.sqrt((share * (1 - share)) / oracle.runs)
      expect(Math.abs(share - simulated[i]!)).toBeLessThan(4 * error + 3 / oracle.runs)
    })
  })

  it('give every path one end, and swap sides with the drift', () => {
    fc.assert(
      fc.property(corridors, corridor => {
        const exits = exitProbabilitiesAt(corridor)
        const turned = exitProbabilitiesAt({
          times: corridor.times,
          lower: corridor.upper.map(bound => -bound),
          upper: corridor.lower.map(bound => -bound),
          drift: -corridor.drift,
        })

        expect(sum(exits.lower) + sum(exits.upper) + exits.inside).toBeCloseTo(1, 11)
        exits.upper.forEach((share, i) => {
          expect(Math.abs(turned.lower[i]! - share)).toBeLessThan(1e-12)
        })
      }),
      { seed: 76, numRuns: 60 },
    )
  })

  it('leave upwards more with a higher drift', () => {
    fc.assert(
      fc.property(corridors, corridor => {
        const lower = sum(exitProbabilitiesAt(corridor).upper)
        const higher = sum(exitProbabilitiesAt({ ...corridor, drift: corridor.drift + 0.3 }).upper)

        expect(higher).toBeGreaterThanOrEqual(lower - 1e-12)
      }),
      { seed: 77, numRuns: 40 },
    )
  })

  it('are the normal tails for one look, and nothing between open bounds', () => {
    const one = exitProbabilitiesAt({ times: [0.25], lower: [-1], upper: [2], drift: 3 })
    const none = exitProbabilitiesAt({ times: [0.5, 2], lower: [-OPEN, -OPEN], upper: [OPEN, OPEN], drift: 1 })

    expect(relativeError(one.upper[0]!, normalSurvival(0.5))).toBeLessThan(1e-14)
    expect(relativeError(one.lower[0]!, normalCdf(-2.5))).toBeLessThan(1e-14)
    expect([sum(none.lower), sum(none.upper)]).toEqual([0, 0])
    expect(none.inside).toBeCloseTo(1, 12)
  })

  it('end where the corridor closes, and hold under a drift that leaves at once', () => {
    const closed = exitProbabilitiesAt({ times: [0.5, 1], lower: [1, -1], upper: [1, 1], drift: 0 })
    const swept = exitProbabilitiesAt({ times: [0.5, 1], lower: [-2, -2], upper: [2, 2], drift: 100 })

    expect(closed.upper[0]! + closed.lower[0]!).toBeCloseTo(1, 14)
    expect([closed.upper[1], closed.inside]).toEqual([0, 0])
    expect([swept.upper[0], swept.upper[1]]).toEqual([1, 0])
  })

  it('stay sharp for looks that lie close together', () => {
    const close = exitProbabilitiesAt({ times: [0.5, 0.5 + 1e-6, 1], lower: [-2, -2, -2], upper: [2, 2, 2], drift: 1 })
    const apart = exitProbabilitiesAt({ times: [0.5, 1], lower: [-2, -2], upper: [2, 2], drift: 1 })

    expect(sum(close.upper) + sum(close.lower) + close.inside).toBeCloseTo(1, 11)
    expect(sum(close.upper)).toBeGreaterThan(sum(apart.upper))
    expect(sum(close.upper)).toBeLessThan(sum(apart.upper) + 2e-3)
  })

  it('refuse corridors that cannot be', () => {
    const good = { times: [0.5, 1], lower: [-2, -2], upper: [2, 2], drift: 0 }

    for (const change of [
      { times: [] },
      { times: [0.5, 0.5] },
      { times: [0, 1] },
      { lower: [-2] },
      { lower: [3, -2] },
      { upper: [2, Number.NaN] },
      { drift: OPEN },
    ]) {
      expect(() => exitProbabilitiesAt({ ...good, ...change })).toThrow(RangeError)
    }
  })
})
