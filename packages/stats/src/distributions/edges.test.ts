import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../../testing/relative-error.ts'
import { betaCdf, betaQuantile, betaSurvival } from './beta.ts'
import { chiSquareCdf, chiSquareQuantile, chiSquareSurvival, chiSquareUpperQuantile } from './chi-square.ts'
import { fCdf, fLogSurvival, fQuantile, fSurvival, fUpperQuantile } from './f.ts'
import { gammaLogSurvival, gammaQuantile, gammaUpperQuantile } from './gamma.ts'
import { normalCdf, normalLogSurvival, normalQuantile, normalSurvival, normalUpperQuantile } from './normal.ts'
import { studentCdf, studentLogSurvival, studentQuantile, studentSurvival, studentUpperQuantile } from './student-t.ts'

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })
const shape = fc.double({ min: 0.2, max: 1e6, noNaN: true })

describe('the ends of the line', () => {
  it('puts all probability on one side of an infinite value', () => {
    const ends = [normalSurvival, (x: number) => studentSurvival(x, 3)].map(survival => [
      survival(-Infinity),
      survival(Infinity),
    ])

    expect(ends).toEqual([
      [1, 0],
      [1, 0],
    ])
    expect(normalLogSurvival(Number.POSITIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY)
    expect([
      chiSquareSurvival(0, 2),
      chiSquareSurvival(Infinity, 2),
      fSurvival(Infinity, 2, 5),
      betaCdf(1, 2, 3),
    ]).toEqual([1, 0, 0, 1])
  })

  it('has infinite or zero quantiles at 0 and 1', () => {
    const quantiles = [normalQuantile(0), normalQuantile(1), studentQuantile(0, 4), studentQuantile(1, 4)]

    expect(quantiles).toEqual([-Infinity, Infinity, -Infinity, Infinity])
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3), betaQuantile(0, 2, 2), betaQuantile(1, 2, 2)]).toEqual([
      0,
      Infinity,
      0,
      1,
    ])
  })

  it('refuses what is no probability and no parameter', () => {
    const refused = [
      normalQuantile(-0.1),
      normalUpperQuantile(1.1),
      studentQuantile(2, 3),
      studentSurvival(1, 0),
      studentUpperQuantile(0.1, -1),
      chiSquareSurvival(1, 0),
      gammaQuantile(0.5, -1),
      betaQuantile(Number.NaN, 1, 1),
      betaCdf(0.5, 0, 1),
      fSurvival(1, 0, 1),
    ]

    expect(refused.every(Number.isNaN)).toBe(true)
  })

  it('is symmetric around 0 for the normal and Student distributions', () => {
    expect([normalCdf(0), normalQuantile(0.5), studentCdf(0, 7), studentQuantile(0.5, 7)].map(Math.abs)).toEqual([
      0.5, 0, 0.5, 0,
    ])
    expect(studentCdf(-2, 5)).toBe(studentSurvival(2, 5))
  })
})

describe('limits that join', () => {
  it('joins Student to the normal distribution as df grows', () => {
    const near = [0.5, 2, 5, 9].map(t => relativeError(studentSurvival(t, 1e15), normalSurvival(t)))

    expect(Math.max(...near)).toBeLessThan(1e-11)
    expect([studentSurvival(2, Infinity), studentQuantile(0.975, Infinity)]).toEqual([
      normalSurvival(2),
      normalQuantile(0.975),
    ])
    expect(studentLogSurvival(60, Infinity)).toBe(normalLogSurvival(60))
  })

  it('joins F to chi-square as the second df grows, and to the squared t', () => {
    const fromChiSquare = relativeError(fSurvival(2.5, 4, 1e13), fSurvival(2.5, 4, Number.POSITIVE_INFINITY))
    const fromStudent = relativeError(fSurvival(2.5 ** 2, 1, 12), 2 * studentSurvival(2.5, 12))

    expect(fromChiSquare).toBeLessThan(1e-10)
    expect(fromStudent).toBeLessThan(1e-13)
    expect(fLogSurvival(3, 2, Number.POSITIVE_INFINITY)).toBeCloseTo(-3, 13)
    expect(fQuantile(0.01, 2, Number.POSITIVE_INFINITY)).toBeCloseTo(-Math.log(0.99), 14)
    expect(fUpperQuantile(1e-20, 2, Number.POSITIVE_INFINITY)).toBeCloseTo(20 * Math.LN10, 10)
    expect(fCdf(1, 2, Number.POSITIVE_INFINITY)).toBeCloseTo(-Math.expm1(-1), 14)
  })
})

describe('inverses', () => {
  it('find the probability that they started from', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const upper = 1 - p

        const roundTrips = [
          relativeError(normalCdf(normalQuantile(p)), p),
          relativeError(studentSurvival(studentUpperQuantile(upper, a), a), upper),
          relativeError(chiSquareCdf(chiSquareQuantile(p, 2 * a), 2 * a), p),
          relativeError(chiSquareSurvival(chiSquareUpperQuantile(p, 2 * a), 2 * a), p),
          relativeError(fCdf(fQuantile(p, a, b), a, b), p),
        ]

        expect(Math.max(...roundTrips)).toBeLessThan(1e-9)
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('reach tails that 1 - p cannot hold', () => {
    const x = gammaUpperQuantile(1e-290, 3, 2)

    expect(relativeError(gammaLogSurvival(x, 3, 2), Math.log(1e-290))).toBeLessThan(1e-13)
  })
})

describe('both tails', () => {
  it('fill the whole', () => {
    fc.assert(
      fc.property(probability, shape, shape, (x, a, b) => {
        const whole = betaCdf(x, a, b) + betaSurvival(x, a, b)

        expect(Math.abs(whole - 1)).toBeLessThan(1e-12)
      }),
      { seed: 12, numRuns: 300 },
    )
  })

  it('never rise with x', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 1.001, max: 3, noNaN: true }),
        shape,
        (x, factor, df) => {
          const before = chiSquareSurvival(x, df)
          const after = chiSquareSurvival(x * factor, df)

          expect(after).toBeLessThanOrEqual(before)
        },
      ),
      { seed: 13, numRuns: 300 },
    )
  })
})
