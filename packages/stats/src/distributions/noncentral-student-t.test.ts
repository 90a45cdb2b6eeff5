import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../../testing/relative-error.ts'
import {
  noncentralStudentCdf,
  noncentralStudentLogCdf,
  noncentralStudentLogSurvival,
  noncentralStudentQuantile,
  noncentralStudentSurvival,
  noncentralStudentUpperQuantile,
} from './noncentral-student-t.ts'
import { normalLogCdf, normalSurvival } from './normal.ts'
import { studentLogSurvival } from './student-t.ts'

const df = fc.double({ min: 0.3, max: 1e5, noNaN: true })
const shift = fc.double({ min: -30, max: 30, noNaN: true })

describe('noncentral t', () => {
  it("is Student's t without a shift, in the far tail too", () => {
    fc.assert(
      fc.property(df, fc.double({ min: 0.01, max: 200, noNaN: true }), (nu, t) => {
        const central = studentLogSurvival(t, nu)

        const found = noncentralStudentLogSurvival(t, nu, 0)

        expect(Math.abs(found - central)).toBeLessThan(1e-11 * (1 + Math.abs(central)))
      }),
      { seed: 84, numRuns: 200 },
    )
  })

  it('turns round with the sign of the shift, and both tails fill the whole', () => {
    fc.assert(
      fc.property(df, shift, shift, (nu, delta, t) => {
        const lower = noncentralStudentCdf(t, nu, delta)

        expect(noncentralStudentSurvival(-t, nu, -delta)).toBe(lower)
        expect(Math.abs(lower + noncentralStudentSurvival(t, nu, delta) - 1)).toBeLessThan(1e-13)
      }),
      { seed: 85, numRuns: 200 },
    )
  })

  it('falls with the shift and joins the normal distribution as df grows', () => {
    const values = [1, 2, 3].map(delta => noncentralStudentCdf(2, 10, delta))

    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(relativeError(noncentralStudentSurvival(5, 1e17, 2), normalSurvival(3))).toBeLessThan(1e-12)
    expect(noncentralStudentLogCdf(-40, Number.POSITIVE_INFINITY, 2)).toBe(normalLogCdf(-42))
  })

  it('has quantiles that return to their probability', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        shift,
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (nu, delta, p) => {
          const t = noncentralStudentQuantile(p, nu, delta)
          const far = noncentralStudentUpperQuantile(p / 1e100, nu, delta)

          expect(relativeError(noncentralStudentCdf(t, nu, delta), p)).toBeLessThan(1e-10)
          expect(relativeError(noncentralStudentSurvival(far, nu, delta), p / 1e100)).toBeLessThan(1e-10)
        },
      ),
      { seed: 86, numRuns: 60 },
    )
  })

  it('ends where the line ends, and refuses what is no parameter', () => {
    expect([noncentralStudentCdf(-Infinity, 3, 1), noncentralStudentSurvival(Infinity, 3, 1)]).toEqual([0, 0])
    expect([noncentralStudentQuantile(0, 3, 1), noncentralStudentUpperQuantile(0, 3, 1)]).toEqual([-Infinity, Infinity])
    const refused = [
      noncentralStudentCdf(1, 0, 1),
      noncentralStudentCdf(Number.NaN, 1, 1),
      noncentralStudentCdf(1, 1, Number.POSITIVE_INFINITY),
      noncentralStudentQuantile(1.5, 3, 1),
      noncentralStudentQuantile(0.5, -1, 1),
    ]
    expect(refused.every(Number.isNaN)).toBe(true)
  })
})
