import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../../testing/relative-error.ts'
import * as betaBinomial from './beta-binomial.ts'
import * as binomial from './binomial.ts'
import * as hypergeometric from './hypergeometric.ts'
import * as poisson from './poisson.ts'

const rate = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const trials = fc.integer({ min: 1, max: 100_000 })

describe('discrete distributions', () => {
  it('have tails that step by their own probabilities', () => {
    fc.assert(
      fc.property(trials, rate, fc.double({ min: 0, max: 1, noNaN: true }), (n, p, share) => {
        const k = Math.floor(share * n)
        const steps: readonly [cdf: (k: number) => number, logProbability: (k: number) => number][] = [
          [at => binomial.binomialCdf(at, n, p), at => binomial.binomialLogProbability(at, n, p)],
          [at => poisson.poissonCdf(at, n * p), at => poisson.poissonLogProbability(at, n * p)],
          [
            at => betaBinomial.betaBinomialCdf(at, n, 50 * p + 0.1, 3),
            at => betaBinomial.betaBinomialLogProbability(at, n, 50 * p + 0.1, 3),
          ],
        ]

        for (const [cdf, logProbability] of steps) {
          expect(Math.abs(cdf(k) - cdf(k - 1) - Math.exp(logProbability(k)))).toBeLessThan(1e-11)
        }
      }),
      { seed: 81, numRuns: 200 },
    )
  })

  it('mirror successes and failures', () => {
    fc.assert(
      fc.property(trials, rate, fc.double({ min: 0, max: 1, noNaN: true }), (n, p, share) => {
        const k = Math.floor(share * (n - 1))

        expect(relativeError(binomial.binomialSurvival(n - 1 - k, n, 1 - p, p), binomial.binomialCdf(k, n, p))).toBe(0)
        const forth = betaBinomial.betaBinomialLogCdf(k, n, 2, 5)
        const back = betaBinomial.betaBinomialLogSurvival(n - 1 - k, n, 5, 2)
        expect(Math.abs(forth - back)).toBeLessThan(1e-11 * (1 + Math.abs(forth)))
      }),
      { seed: 82, numRuns: 200 },
    )
  })

  it('find by quantile the value that a probability came from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        rate,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (n, p, u) => {
          const found = [
            [binomial.binomialQuantile(u, n, p), (k: number) => binomial.binomialCdf(k, n, p)],
            [poisson.poissonQuantile(u, n * p), (k: number) => poisson.poissonCdf(k, n * p)],
            [betaBinomial.betaBinomialQuantile(u, n, 3, 4), (k: number) => betaBinomial.betaBinomialCdf(k, n, 3, 4)],
            [
              hypergeometric.hypergeometricQuantile(u, n, 2 * n, n),
              (k: number) => hypergeometric.hypergeometricCdf(k, n, 2 * n, n),
            ],
          ] as const

          for (const [k, cdf] of found) {
            expect(cdf(k)).toBeGreaterThanOrEqual(u * (1 - 1e-13))
            expect(cdf(k - 1)).toBeLessThan(u)
          }
        },
      ),
      { seed: 83, numRuns: 100 },
    )
  })

  it('reach tails below the smallest double by their logarithms', () => {
    const logs = [
      binomial.binomialLogCdf(0, 1e6, 0.5),
      poisson.poissonLogCdf(0, 1e5),
      hypergeometric.hypergeometricLogSurvival(4999, 5000, 10_000, 5000),
      betaBinomial.betaBinomialLogCdf(0, 1e5, 1e5, 1e5),
    ]

    expect(logs[0]).toBeCloseTo(-1e6 * Math.LN2, 6)
    expect(logs[1]).toBe(-1e5)
    expect(logs[2]).toBeLessThan(-6900)
    expect(logs[3]).toBeLessThan(-50_000)
    expect(binomial.binomialCdf(0, 1e6, 0.5)).toBe(0)
  })

  it('are certain at the ends, also for fractions and for rates of 0 and 1', () => {
    expect([
      binomial.binomialCdf(-1, 5, 0.3),
      binomial.binomialCdf(5, 5, 0.3),
      binomial.binomialSurvival(9, 5, 0.3),
    ]).toEqual([0, 1, 0])
    expect(binomial.binomialCdf(2.7, 5, 0.3)).toBe(binomial.binomialCdf(2, 5, 0.3))
    expect([
      binomial.binomialCdf(0, 5, 0),
      binomial.binomialCdf(4, 5, 1),
      binomial.binomialQuantile(0.5, 5, 1),
    ]).toEqual([1, 0, 5])
    expect([poisson.poissonCdf(0, 0), poisson.poissonLogProbability(0, 0), poisson.poissonQuantile(0.5, 0)]).toEqual([
      1, 0, 0,
    ])
    expect([
      binomial.binomialQuantile(0, 9, 0.5),
      binomial.binomialQuantile(1, 9, 0.5),
      poisson.poissonQuantile(1, 3),
    ]).toEqual([0, 9, Number.POSITIVE_INFINITY])
    expect([hypergeometric.hypergeometricCdf(1, 3, 4, 3), hypergeometric.hypergeometricSurvival(3, 3, 4, 3)]).toEqual([
      0, 0,
    ])
  })

  it('refuse what is no count, no rate and no probability', () => {
    const refused = [
      binomial.binomialCdf(1, 2.5, 0.5),
      binomial.binomialCdf(1, 5, -0.1),
      binomial.binomialCdf(Number.NaN, 5, 0.1),
      binomial.binomialQuantile(1.1, 5, 0.5),
      binomial.binomialUpperQuantile(-0.1, 5, 0.5),
      binomial.binomialQuantile(0.5, 5, 1.5),
      poisson.poissonCdf(1, -1),
      poisson.poissonLogProbability(1, -1),
      poisson.poissonQuantile(0.5, Number.POSITIVE_INFINITY),
      poisson.poissonUpperQuantile(2, 1),
      hypergeometric.hypergeometricCdf(1, 5, 4, 2),
      hypergeometric.hypergeometricQuantile(0.5, 3, 4, 5),
      betaBinomial.betaBinomialCdf(1, 5, 0, 1),
      betaBinomial.betaBinomialCdf(1, 5, 0.01, 1),
      betaBinomial.betaBinomialQuantile(0.5, 5, 1, Number.POSITIVE_INFINITY),
    ]

    expect(refused.every(Number.isNaN)).toBe(true)
  })
})
