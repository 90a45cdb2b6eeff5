import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../../testing/relative-error.ts'
import { deviance } from './deviance.ts'
import { gaussLegendre } from './gauss-legendre.ts'
import { invertTail } from './invert-tail.ts'
import { logBeta } from './log-beta.ts'
import { logGamma } from './log-gamma.ts'
import { logTailIntegral } from './log-tail-integral.ts'
import { millsRatio } from './mills-ratio.ts'
import { dot, pivotedCholesky, solve, whiten } from './pivoted-cholesky.ts'
import { regularizedBeta } from './regularized-beta.ts'
import { regularizedGamma } from './regularized-gamma.ts'
import { secantRoot } from './secant-root.ts'
import { stirlingError } from './stirling-error.ts'

describe('log-gamma and log-beta', () => {
  it('step by the logarithm of x', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), x => {
        const step = logGamma(x + 1) - logGamma(x)

        expect(Math.abs(step - Math.log(x))).toBeLessThan(1e-14 * (1 + Math.abs(logGamma(x))))
      }),
      { seed: 81, numRuns: 500 },
    )
  })

  it('know their zeros, poles and refusals', () => {
    expect([logGamma(1), logGamma(2), logGamma(0), logGamma(Infinity)].map(Math.abs)).toEqual([
      0,
      0,
      Infinity,
      Infinity,
    ])
    expect([logGamma(-1), logBeta(0, 1), logBeta(1, Number.NaN)].every(Number.isNaN)).toBe(true)
  })

  it('agree with each other', () => {
    const fromGamma = logGamma(2.5) + logGamma(7.25) - logGamma(9.75)

    expect(relativeError(logBeta(2.5, 7.25), fromGamma)).toBeLessThan(1e-14)
    expect(logBeta(7.25, 2.5)).toBe(logBeta(2.5, 7.25))
  })
})

describe('pieces of saddle-point densities', () => {
  it('join at the edges of their series', () => {
    const gaps = [0.5, 15].map(x => relativeError(stirlingError(x - 1e-12), stirlingError(x)))
    const edge = 1.35 / 0.65

    expect(Math.max(...gaps)).toBeLessThan(1e-11)
    expect(relativeError(deviance(edge + 1e-13, 1), deviance(edge - 1e-13, 1))).toBeLessThan(1e-12)
  })

  it('have no deviance at the mean, the whole mean at 0', () => {
    expect([deviance(7, 7), deviance(0, 3)]).toEqual([0, 3])
    expect(deviance(1e-200, 1e200)).toBe(1e200)
  })

  it('know the Mills ratio at 0 and far out', () => {
    expect(relativeError(millsRatio(0), Math.sqrt(Math.PI / 2))).toBeLessThan(3e-16)
    expect(relativeError(millsRatio(1e9), 1e-9)).toBeLessThan(1e-15)
    expect(millsRatio(Infinity)).toBe(0)
  })
})

describe('regularized integrals', () => {
  const parameter = fc.double({ min: 1e-3, max: 1e8, noNaN: true })

  it('mirror: I_x(a, b) is 1 - I_(1 - x)(b, a)', () => {
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
        const y = 1 - x
        const tails = regularizedBeta(a, b, x, y)
        const mirrored = regularizedBeta(b, a, y, x)

        expect(mirrored.upper).toBe(tails.lower)
        expect(mirrored.logLower).toBe(tails.logUpper)
      }),
      { seed: 82, numRuns: 200 },
    )
  })

  it('step in a by the prefactor', () => {
    const step = regularizedGamma(5, 3).upper - regularizedGamma(4, 3).upper

    expect(relativeError(step, (3 ** 4 * Math.exp(-3)) / 24)).toBeLessThan(1e-13)
  })

  it('are the exponential for a = 1', () => {
    const { upper, logUpper } = regularizedGamma(1, 700)

    expect(logUpper).toBeCloseTo(-700, 11)
    expect(relativeError(upper, Math.exp(-700))).toBeLessThan(1e-12)
  })

  it('refuse what is outside', () => {
    const refused = [
      regularizedBeta(1, 1, 1.5),
      regularizedBeta(-1, 1, 0.5),
      regularizedGamma(0, 1),
      regularizedGamma(2, -1),
      regularizedGamma(Infinity, 1),
    ]

    expect(refused.every(tails => Number.isNaN(tails.lower))).toBe(true)
  })
})

describe('quadrature', () => {
  it.each([1, 2, 5, 20, 64])('of %i points is exact for polynomials', n => {
    const { nodes, weights } = gaussLegendre(n)

    const even = weights.reduce((sum, weight, i) => sum + weight * nodes[i]! ** (2 * n - 2), 0)
    const odd = weights.reduce((sum, weight, i) => sum + weight * nodes[i]! ** (2 * n - 1), 0)

    expect(relativeError(even, 2 / (2 * n - 1))).toBeLessThan(1e-13)
    expect(Math.abs(odd)).toBeLessThan(1e-14)
  })

  it('integrates a tail whose probability is far below the smallest double', () => {
    const log = logTailIntegral(s => -1e4 - 3 * s, 1 / 3, 2)

    expect(relativeError(log, -1e4 - Math.log(3))).toBeLessThan(1e-15)
  })
})

describe('roots', () => {
  it('are found by secants', () => {
    const root = secantRoot(x => Math.exp(x) - 5, 1, 1.2)

    expect(relativeError(root, Math.log(5))).toBeLessThan(1e-14)
  })

  it('are found on concave tails that a Newton step overshoots', () => {
    const tail = (z: number) => ({ log: -Math.exp(z), slope: -Math.exp(z) })

    const z = invertTail(tail, -1e5, -3)

    expect(relativeError(z, Math.log(1e5))).toBeLessThan(1e-14)
  })

  it('are extrapolated where the tail is a straight line and x underflows', () => {
    const tail = (z: number) => ({ log: 0.01 * Math.max(z, -745), slope: 0.01 })

    const z = invertTail(tail, -20, 0)

    expect(relativeError(z, -2000)).toBeLessThan(1e-12)
  })
})

describe('pivoted Cholesky', () => {
  const matrix = [4, 2, 0.6, 2, 9, 0.3, 0.6, 0.3, 1]

  it('solves a system, and its whitened vector has the length of the quadratic form', () => {
    const cholesky = pivotedCholesky(matrix, 3, 1e-12)
    const vector = [1, -2, 0.5]

    const solution = solve(cholesky, vector)
    const white = whiten(cholesky, vector)

    const back = [0, 1, 2].map(i => dot(matrix.slice(3 * i, 3 * i + 3), solution))
    back.forEach((value, i) => {
      expect(value).toBeCloseTo(vector[i]!, 13)
    })
    expect(dot(white, white)).toBeCloseTo(dot(vector, solution), 13)
  })

  it('leaves out what depends on the rest, and what does not vary', () => {
    const dependent = [1, 2, 0, 2, 4, 0, 0, 0, 0]
    const cholesky = pivotedCholesky(dependent, 3, 1e-12)

    const solution = solve(cholesky, [3, 6, 0])

    expect(cholesky.pivots).toHaveLength(1)
    expect(solution).toEqual([3, 0, 0])
  })
})
