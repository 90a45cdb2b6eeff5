import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import classic from '../../fixtures/r-classic-tests.json' with { type: 'json' }
import mpmath from '../../fixtures/two-proportions.json' with { type: 'json' }
import r from '../../fixtures/two-proportions-r.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { newcombeInterval } from './newcombe.ts'
import { pooledZTest } from './pooled-z.ts'
import type { Proportion } from './proportion.ts'
import { wilsonInterval } from './wilson.ts'

const CLOSED_FORM = 1e-12
const R_TOLERANCE = 1e-10

const proportion = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]): Proportion => ({ n, successes: Math.round(n * share) }))

describe('pooled z test', () => {
  it.each(mpmath.cases)(
    'matches mpmath for $control.successes/$control.n against $treatment.successes/$treatment.n',
    oracle => {
      const test = answered(pooledZTest(oracle.control, oracle.treatment, oracle.alpha))

      const errors = [
        relativeError(test.effect, oracle.effect),
        relativeError(test.standardError, oracle.standardError),
        relativeError(test.statistic, oracle.statistic),
        relativeError(test.pValue, oracle.pValue ?? test.pValue),
        relativeError(test.pValueLog10, oracle.pValueLog10),
        relativeError(test.lower, oracle.lower),
        relativeError(test.upper, oracle.upper),
        relativeError(test.power, oracle.power),
      ]

      expect(Math.max(...errors)).toBeLessThan(CLOSED_FORM * Math.max(1, test.statistic ** 2 / 10))
    },
  )

  it.each(r.cases)(
    'matches prop.test for $control.successes/$control.n against $treatment.successes/$treatment.n',
    oracle => {
      const test = answered(pooledZTest(oracle.control, oracle.treatment, oracle.alpha))

      expect(relativeError(test.statistic ** 2, oracle.zSquared)).toBeLessThan(R_TOLERANCE)
      expect(relativeError(test.pValue, oracle.pValue)).toBeLessThan(R_TOLERANCE)
      expect(test.lower).toBeCloseTo(oracle.newcombe[0]!, 11)
      expect(test.upper).toBeCloseTo(oracle.newcombe[1]!, 11)
    },
  )

  it.each(classic.two_proportions)('matches published R values for $x1/$n1 against $x2/$n2', oracle => {
    const control = { successes: oracle.x1, n: oracle.n1 }
    const test = answered(pooledZTest(control, { successes: oracle.x2, n: oracle.n2 }, 0.05))
    const wilson = answered(wilsonInterval(control, 0.05))

    expect(relativeError(test.statistic ** 2, oracle.chi_square)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.pValue, oracle.p)).toBeLessThan(R_TOLERANCE)
    expect(wilson.lower).toBeCloseTo(oracle.wilson1[1]!, 12)
    expect(wilson.upper).toBeCloseTo(oracle.wilson1[2]!, 12)
  })

  it('gives the values printed for 120/1000 against 150/1000', () => {
    const test = answered(pooledZTest({ successes: 120, n: 1000 }, { successes: 150, n: 1000 }, 0.05))

    const printed = [test.effect, test.lower, test.upper].map(x => (100 * x).toFixed(4))

    expect(printed).toEqual(['3.0000', '0.0014', '6.0008'])
    expect([test.pValue.toFixed(5), test.statistic.toFixed(3), test.power.toFixed(3)]).toEqual([
      '0.04964',
      '1.963',
      '0.501',
    ])
  })

  it('says why there is no answer', () => {
    const ask = (control: Proportion, treatment: Proportion, alpha = 0.05) => {
      const result = pooledZTest(control, treatment, alpha)
      return result.ok ? 'answer' : result.reason
    }

    const reasons = [
      ask({ successes: 0, n: 10 }, { successes: 0, n: 20 }),
      ask({ successes: 10, n: 10 }, { successes: 20, n: 20 }),
      ask({ successes: 0, n: 0 }, { successes: 1, n: 20 }),
      ask({ successes: 11, n: 10 }, { successes: 1, n: 20 }),
      ask({ successes: -1, n: 10 }, { successes: 1, n: 20 }),
      ask({ successes: Number.NaN, n: 10 }, { successes: 1, n: 20 }),
      ask({ successes: 1, n: 10 }, { successes: 1, n: 20 }, 0),
    ]

    expect(reasons).toEqual([
      'zero_variance',
      'zero_variance',
      'too_few_persons',
      'out_of_range',
      'out_of_range',
      'not_finite',
      'out_of_range',
    ])
  })

  it('changes sign, and nothing else, when the arms change places', () => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const forth = pooledZTest(control, treatment, 0.05)
        const back = pooledZTest(treatment, control, 0.05)

        expect(back.ok).toBe(forth.ok)
        if (!forth.ok || !back.ok) return
        expect(back.value.effect + forth.value.effect).toBeCloseTo(0, 15)
        expect(back.value.lower + forth.value.upper).toBeCloseTo(0, 14)
        expect(relativeError(back.value.pValue, forth.value.pValue)).toBeLessThan(1e-12)
      }),
      { seed: 21, numRuns: 300 },
    )
  })
})

describe('Wilson interval', () => {
  it.each(mpmath.cases)('keeps its digits for $control.successes of $control.n', oracle => {
    const interval = answered(wilsonInterval(oracle.control, oracle.alpha))

    expect(relativeError(interval.lower, oracle.wilsonControl[0]!)).toBeLessThan(CLOSED_FORM)
    expect(relativeError(interval.upper, oracle.wilsonControl[1]!)).toBeLessThan(CLOSED_FORM)
  })

  it('contains the rate, stays within 0 and 1, and mirrors failures', () => {
    fc.assert(
      fc.property(proportion, fc.double({ min: 1e-6, max: 0.9, noNaN: true }), (p, alpha) => {
        const interval = answered(wilsonInterval(p, alpha))
        const mirrored = answered(wilsonInterval({ n: p.n, successes: p.n - p.successes }, alpha))

        const rate = p.successes / p.n
        expect(interval.lower).toBeGreaterThanOrEqual(0)
        expect(interval.upper).toBeLessThanOrEqual(1)
        expect(interval.lower <= rate && rate <= interval.upper).toBe(true)
        expect(mirrored.lower + interval.upper).toBeCloseTo(1, 13)
      }),
      { seed: 22, numRuns: 300 },
    )
  })

  it('is exactly 0 below and 1 above at the ends', () => {
    const none = answered(wilsonInterval({ successes: 0, n: 12 }, 0.05))
    const all = answered(wilsonInterval({ successes: 12, n: 12 }, 0.05))

    expect([none.lower, all.upper]).toEqual([0, 1])
    expect(none.upper).toBeCloseTo(1 - all.lower, 14)
  })
})

describe('Newcombe interval', () => {
  it('exists where no z test does, and narrows as persons come', () => {
    const few = answered(newcombeInterval({ successes: 0, n: 20 }, { successes: 0, n: 20 }, 0.05))
    const many = answered(newcombeInterval({ successes: 0, n: 2000 }, { successes: 0, n: 2000 }, 0.05))

    expect(few.lower).toBe(-few.upper)
    expect(many.upper).toBeLessThan(few.upper / 50)
  })

  it('stays within -1 and 1', () => {
    fc.assert(
      fc.property(proportion, proportion, (control, treatment) => {
        const interval = answered(newcombeInterval(control, treatment, 0.05))

        expect(interval.lower).toBeGreaterThanOrEqual(-1 - 1e-15)
        expect(interval.upper).toBeLessThanOrEqual(1 + 1e-15)
      }),
      { seed: 23, numRuns: 300 },
    )
  })
})
