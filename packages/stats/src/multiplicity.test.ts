import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import r from '../fixtures/multiplicity.json' with { type: 'json' }
import { relativeError } from '../testing/relative-error.ts'
import { normalSurvival, normalUpperQuantile } from './distributions/normal.ts'
import { studentSurvival } from './distributions/student-t.ts'
import { dunnettCritical, dunnettPValue } from './dunnett.ts'
import type { MultiplicityMethod } from './multiplicity.ts'
import { adjustPValues } from './multiplicity.ts'

const METHODS: readonly MultiplicityMethod[] = [
  'bonferroni',
  'holm',
  'hochberg',
  'benjamini_hochberg',
  'benjamini_yekutieli',
]
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })

describe('adjusted p-values', () => {
  it.each(r.cases.flatMap(oracle => METHODS.map(method => ({ method, oracle }))))(
    'match p.adjust by $method for $oracle.p',
    ({ method, oracle }) => {
      const adjusted = adjustPValues(oracle.p, method)

      expect(adjusted).toHaveLength(oracle.p.length)
      oracle[method].forEach((p, i) => {
        expect(relativeError(adjusted[i]!, p)).toBeLessThan(1e-14)
      })
    },
  )

  it('are the values printed for four tests', () => {
    const p = [0.01, 0.04, 0.03, 0.005]

    const printed = (['benjamini_hochberg', 'holm'] as const).map(method =>
      adjustPValues(p, method).map(x => x.toFixed(2)),
    )

    expect(printed).toEqual([
      ['0.02', '0.04', '0.04', '0.02'],
      ['0.03', '0.06', '0.06', '0.02'],
    ])
  })

  it('never fall, keep the order, and stand in the order of their strictness', () => {
    fc.assert(
      fc.property(pValues, p => {
        const [bonferroni, holm, hochberg, bh, by] = METHODS.map(method => adjustPValues(p, method))

        for (const adjusted of [bonferroni, holm, hochberg, bh, by]) {
          adjusted!.forEach((value, i) => {
            expect(value).toBeGreaterThanOrEqual(p[i]!)
            p.forEach((other, j) => {
              if (other > p[i]!) expect(adjusted![j]!).toBeGreaterThanOrEqual(value)
            })
          })
        }
        p.forEach((_, i) => {
          expect(holm![i]!).toBeLessThanOrEqual(bonferroni![i]!)
          expect(hochberg![i]!).toBeLessThanOrEqual(holm![i]!)
          expect(bh![i]!).toBeLessThanOrEqual(hochberg![i]!)
          expect(by![i]!).toBeGreaterThanOrEqual(bh![i]!)
        })
      }),
      { seed: 43, numRuns: 200 },
    )
  })

  it('refuse what is no p-value', () => {
    expect(() => adjustPValues([0.1, 1.1], 'holm')).toThrow(RangeError)
    expect(() => adjustPValues([Number.NaN], 'bonferroni')).toThrow(RangeError)
    expect(adjustPValues([], 'benjamini_hochberg')).toEqual([])
  })
})

describe("Dunnett's comparisons with a control", () => {
  it.each(r.dunnett)("match R's integral for sizes $sizes", ({ sizes, z05, z01, mvtnorm }) => {
    const [at05, at01] = [0.05, 0.01].map(alpha => dunnettCritical(sizes, alpha))

    expect(relativeError(at05!, z05)).toBeLessThan(1e-11)
    expect(relativeError(at01!, z01)).toBeLessThan(1e-11)
    expect(relativeError(at05!, mvtnorm)).toBeLessThan(2e-3)
  })

  it('is the plain test for one treatment, and Bonferroni far out', () => {
    const one = dunnettCritical([3, 5], 0.05)
    const farP = dunnettPValue([1, 1, 1, 1], 20)

    expect(one).toBe(normalUpperQuantile(0.025))
    expect(relativeError(dunnettPValue([3, 5], -2.5), 2 * normalSurvival(2.5))).toBeLessThan(1e-13)
    expect(relativeError(farP, 6 * normalSurvival(20))).toBeLessThan(1e-10)
  })

  it('lies between the plain and the Bonferroni value, and does not depend on the scale of the sizes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 8 }),
        fc.double({ min: 1e-8, max: 0.5, noNaN: true }),
        (sizes, alpha) => {
          const z = dunnettCritical(sizes, alpha)
          const scaled = dunnettCritical(
            sizes.map(n => n * 7.5),
            alpha,
          )

          expect(z).toBeGreaterThan(normalUpperQuantile(alpha / 2))
          expect(z).toBeLessThan(normalUpperQuantile(alpha / 2 / (sizes.length - 1)))
          expect(relativeError(scaled, z)).toBeLessThan(1e-12)
          expect(relativeError(dunnettPValue(sizes, z), alpha)).toBeLessThan(1e-11)
        },
      ),
      { seed: 44, numRuns: 40 },
    )
  })

  it('matches the values that mvtnorm finds by random points', () => {
    const known = [2.21218316457025, 2.34891254114368, 2.44165687135837, 2.51141522468442]

    known.forEach((z, i) => {
      expect(relativeError(dunnettCritical(new Array(i + 3).fill(1), 0.05), z)).toBeLessThan(1e-4)
    })
  })

  it("is Student's test for one treatment, and falls to the normal value as the degrees of freedom grow", () => {
    const sizes = [1, 1, 1, 1]
    const [few, many, infinite] = [5, 500, Number.POSITIVE_INFINITY].map(df => dunnettCritical(sizes, 0.05, df))

    expect(relativeError(dunnettPValue([3, 5], 2.5, 7), 2 * studentSurvival(2.5, 7))).toBeLessThan(1e-14)
    expect(relativeError(dunnettPValue(sizes, few!, 5), 0.05)).toBeLessThan(1e-10)
    expect(few!).toBeGreaterThan(many!)
    expect(many!).toBeGreaterThan(infinite!)
    expect(relativeError(dunnettCritical(sizes, 0.05, 1e12), infinite!)).toBeLessThan(1e-10)
  })

  it('is Bonferroni far out with few degrees of freedom, too', () => {
    const p = dunnettPValue([1, 1, 1], 1e9, 12)

    expect(p).toBeLessThan(2 * 2 * studentSurvival(1e9, 12))
    expect(p).toBeGreaterThan(2 * studentSurvival(1e9, 12))
  })

  it('refuses designs that cannot be', () => {
    expect(() => dunnettCritical([1, 1], 0.05, 0)).toThrow(RangeError)
    expect(() => dunnettCritical([1], 0.05)).toThrow(RangeError)
    expect(() => dunnettCritical([1, 0], 0.05)).toThrow(RangeError)
    expect(() => dunnettCritical([1, 1], 1)).toThrow(RangeError)
  })
})
