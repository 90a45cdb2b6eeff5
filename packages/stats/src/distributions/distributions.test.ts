import { describe, expect, it } from 'vitest'
import mpmath from '../../fixtures/distributions.json' with { type: 'json' }
import r from '../../fixtures/r-distributions.json' with { type: 'json' }
import { distributionFunctions } from '../../testing/distribution-functions.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { logGamma } from '../special/log-gamma.ts'
import * as beta from './beta.ts'
import * as chiSquare from './chi-square.ts'
import * as f from './f.ts'
import * as gamma from './gamma.ts'
import * as normal from './normal.ts'
import * as student from './student-t.ts'

describe('distributions against mpmath', () => {
  it.each(Object.entries(mpmath.cases))('%s keeps its digits everywhere', (name, cases) => {
    const run = distributionFunctions[name]!

    const misses = cases.filter(({ args, value, tolerance }) => !(relativeError(run(...args), value) <= tolerance))

    expect(misses.map(({ args, value }) => ({ args, value, actual: run(...args) }))).toEqual([])
  })
})

/** R prints 15 digits, and its own tails differ from mpmath's in the last few. */
const R_TOLERANCE = 1e-10

describe('distributions against R', () => {
  it.each([
    ['pnorm', r.pnorm.map(row => [normal.normalCdf(row.x), row.cdf, normal.normalSurvival(row.x), row.sf])],
    ['pnorm, log', r.pnorm.map(row => [normal.normalLogCdf(row.x), row.logcdf, normal.normalDensity(row.x), row.pdf])],
    ['qnorm', r.qnorm.map(row => [normal.normalQuantile(row.p), row.q])],
    [
      'pt',
      r.pt.map(row => [student.studentCdf(row.t, row.df), row.cdf, student.studentSurvival(row.t, row.df), row.sf]),
    ],
    ['qt', r.qt.map(row => [student.studentQuantile(row.p, row.df), row.q])],
    [
      'pchisq',
      r.pchisq.map(row => [
        chiSquare.chiSquareCdf(row.x, row.df),
        row.cdf,
        chiSquare.chiSquareSurvival(row.x, row.df),
        row.sf,
      ]),
    ],
    ['qchisq', r.qchisq.map(row => [chiSquare.chiSquareQuantile(row.p, row.df), row.q])],
    [
      'pbeta',
      r.pbeta.map(row => [beta.betaCdf(row.x, row.a, row.b), row.cdf, beta.betaSurvival(row.x, row.a, row.b), row.sf]),
    ],
    ['qbeta', r.qbeta.map(row => [beta.betaQuantile(row.p, row.a, row.b), row.q])],
    [
      'pgamma',
      r.pgamma.map(row => [
        gamma.gammaCdf(row.x, row.shape, row.rate),
        row.cdf,
        gamma.gammaSurvival(row.x, row.shape, row.rate),
        row.sf,
      ]),
    ],
    ['lgamma', r.lgamma.map(row => [logGamma(row.x), row.lgamma])],
    ['pf', r.pf.map(row => [f.fSurvival(row.x, row.df1, row.df2), row.sf])],
  ])('%s agrees in every row', (_, rows) => {
    const pairs = rows.flatMap(row => row.flatMap((actual, i) => (i % 2 === 0 ? [[actual, row[i + 1]!]] : [])))

    const misses = pairs.filter(([actual, expected]) => !(relativeError(actual!, expected!) <= R_TOLERANCE))

    expect(misses.filter(([, expected]) => Math.abs(expected!) > 1e-13)).toEqual([])
  })
})
