import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import r from '../../fixtures/means-and-ranks.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { kruskalWallisTest } from './kruskal-wallis.ts'
import { mannWhitneyOfHistograms, mannWhitneyTest } from './mann-whitney.ts'
import { wilcoxonTest } from './wilcoxon.ts'

const R_TOLERANCE = 1e-10
const integers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 25 })
const sorted = (list: number[]) => list.toSorted((a, b) => a - b)

describe('Mann-Whitney test', () => {
  it.each(r.two)('matches wilcox.test and sorted differences for $control', ({ control, treatment, alpha, rank }) => {
    const test = answered(mannWhitneyTest(control, treatment, alpha))

    expect([test.u, test.method]).toEqual([rank.u, rank.method])
    expect(relativeError(test.pValue, rank.pValue)).toBeLessThan(R_TOLERANCE)
    expect([test.effect, test.lower, test.upper].map(x => x.toPrecision(12))).toEqual(
      [rank.effect, rank.lower, rank.upper].map(x => x.toPrecision(12)),
    )
  })

  it('gives the values printed for 7 and 8 persons', () => {
    const control = [1.2, 2.3, 3.1, 4.8, 5.5, 6.1, 7.7]
    const test = answered(mannWhitneyTest(control, [2.9, 4.1, 5.9, 6.6, 8.2, 9.3, 10.4, 3.3], 0.05))

    expect([test.effect, test.lower, test.upper].map(x => x.toFixed(4))).toEqual(['1.8000', '-1.5000', '5.1000'])
    expect([test.pValue.toFixed(6), test.statistic.toFixed(4), test.rankBiserial.toFixed(4)]).toEqual([
      '0.189277',
      '1.3309',
      '0.4286',
    ])
  })

  it('says which level the whole range has, where a sample is too small for the one asked', () => {
    const test = answered(mannWhitneyTest([1, 2], [5, 9], 0.05))

    expect([test.lower, test.upper]).toEqual([3, 8])
    expect(test.level).toBeCloseTo(1 - 2 / 6, 14)
  })

  it('finds ranks among ten billion differences', () => {
    const control = Float64Array.from({ length: 100_000 }, (_, i) => ((i * 7919) % 100_000) / 1000)
    const treatment = control.map(x => x * 1.5 + 1)

    const test = answered(mannWhitneyTest(control, treatment, 0.05))

    expect(test.lower).toBeLessThan(test.effect)
    expect(test.upper).toBeGreaterThan(test.effect)
    expect(test.upper - test.lower).toBeLessThan(1)
    expect(test.pValue).toBe(0)
    expect(test.pValueLog10).toBeLessThan(-400)
  })

  it('takes its shift and interval from the sorted differences, and turns round with the arms', () => {
    fc.assert(
      fc.property(integers, integers, (control, treatment) => {
        const forth = mannWhitneyTest(control, treatment, 0.2)
        fc.pre(forth.ok)
        const back = answered(mannWhitneyTest(treatment, control, 0.2))
        const differences = sorted(treatment.flatMap(t => control.map(c => t - c)))
        const middle = [differences.length - 1, differences.length].map(i => differences[Math.floor(i / 2)]!)

        expect(forth.value.effect).toBe((middle[0]! + middle[1]!) / 2)
        expect([back.effect + forth.value.effect, back.lower + forth.value.upper]).toEqual([0, 0])
        expect(relativeError(back.pValue, forth.value.pValue)).toBeLessThan(1e-12)
        expect(back.rankBiserial + forth.value.rankBiserial).toBeCloseTo(0, 14)
      }),
      { seed: 35, numRuns: 200 },
    )
  })

  it('depends on the order alone: p does not change with a monotone map', () => {
    fc.assert(
      fc.property(integers, integers, (control, treatment) => {
        const plain = mannWhitneyTest(control, treatment, 0.05)
        fc.pre(plain.ok)
        const cubed = answered(
          mannWhitneyTest(
            control.map(x => x ** 3),
            treatment.map(x => x ** 3),
            0.05,
          ),
        )

        expect([cubed.pValue, cubed.u]).toEqual([plain.value.pValue, plain.value.u])
      }),
      { seed: 36, numRuns: 100 },
    )
  })

  it('says why there is no answer', () => {
    const reasons = [
      mannWhitneyTest([1], [1, 2], 0.05),
      mannWhitneyTest([3, 3], [3, 3, 3], 0.05),
      mannWhitneyTest([3, Number.NaN], [3, 4], 0.05),
      mannWhitneyTest([3, 4], [3, Number.POSITIVE_INFINITY], 0.05),
      mannWhitneyTest([3, 4], [3, 5], 0),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['too_few_persons', 'zero_variance', 'not_finite', 'not_finite', 'out_of_range'])
  })
})

describe("Wilcoxon's signed-rank test", () => {
  it.each(r.pairs)('matches wilcox.test for $control', ({ control, treatment, wilcoxon }) => {
    const test = answered(wilcoxonTest(control, treatment, 0.05))

    expect([test.rankSumPositive, test.method, test.zeroDifferences]).toEqual([
      wilcoxon.w,
      wilcoxon.method,
      wilcoxon.zeros,
    ])
    expect(relativeError(test.pValue, wilcoxon.pValue)).toBeLessThan(R_TOLERANCE)
    expect(test.effect).toBeCloseTo(wilcoxon.effect, 9)
    const interval = Array.isArray(wilcoxon.interval) ? wilcoxon.interval : [test.lower, test.upper]
    expect(relativeError(test.lower, interval[0]!)).toBeLessThan(1e-9)
    expect(relativeError(test.upper, interval[1]!)).toBeLessThan(1e-9)
  })

  it('gives the values printed for eight pairs, and drops the zeros from the estimate too', () => {
    const test = answered(wilcoxonTest([5, 6, 7, 8, 6, 5, 9, 4], [6, 8, 7, 9, 8, 5, 11, 6], 0.05))

    expect([test.pValue.toFixed(6), test.rankSumNegative, test.rankBiserial]).toEqual(['0.030545', 0, 1])
    expect([test.zeroDifferences, test.effect, test.lower, test.upper]).toEqual([2, 1.5, 1, 2])
  })

  it('rejects no effect exactly when the interval leaves it out', () => {
    const differences = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 6, maxLength: 60 })

    fc.assert(
      fc.property(differences, fc.integer({ min: 0, max: 2 ** 30 }), (sizes, signs) => {
        const treatment = sizes.map((size, i) => ((signs >> (i % 30)) & 1 ? size : -size))
        const test = answered(
          wilcoxonTest(
            treatment.map(() => 0),
            treatment,
            0.05,
          ),
        )

        expect(test.pValue < 0.05).toBe(test.lower > 0 || test.upper < 0)
      }),
      { seed: 37, numRuns: 200 },
    )
  })

  it('takes a hundred thousand pairs, nearly all tied', () => {
    const treatment = Float64Array.from({ length: 100_000 }, (_, i) => (i % 5 < 3 ? 1 : -1) * (i % 7 === 0 ? 2 : 1))

    const test = answered(wilcoxonTest(new Float64Array(100_000), treatment, 0.05))

    expect(test.rankSumPositive + test.rankSumNegative).toBe((100_000 * 100_001) / 2)
    expect(test.rankBiserial).toBeCloseTo(0.2, 3)
    // 22 % of the averages lie below 0, 36 % are 0.
    expect([test.effect, test.lower, test.upper]).toEqual([0, 0, 0])
  })

  it('says what level a tiny sample reaches', () => {
    const test = answered(wilcoxonTest([0, 0, 0], [1, 2, 4], 0.05))

    expect([test.pValue, test.level, test.lower, test.upper]).toEqual([0.25, 0.75, 1, 4])
  })

  it('says why there is no answer', () => {
    const reasons = [
      wilcoxonTest([1, 2], [1], 0.05),
      wilcoxonTest([1, 2, 3], [1, 2, 4], 0.05),
      wilcoxonTest([1, Number.NaN], [1, 2], 0.05),
      wilcoxonTest([1, 2], [2, 4], 1),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['out_of_range', 'too_few_persons', 'not_finite', 'out_of_range'])
  })
})

describe('Kruskal-Wallis test', () => {
  it.each(r.groups)('matches kruskal.test for case %#', ({ groups, kruskal }) => {
    const test = answered(kruskalWallisTest(groups))

    expect(relativeError(test.statistic, kruskal.statistic)).toBeLessThan(R_TOLERANCE)
    expect(relativeError(test.pValue, kruskal.pValue)).toBeLessThan(R_TOLERANCE)
  })

  it('gives the values printed for three groups', () => {
    const test = answered(
      kruskalWallisTest([
        [1, 2, 3, 4],
        [2, 3, 4, 6],
        [5, 6, 7, 9],
      ]),
    )

    expect([test.statistic.toFixed(4), test.pValue.toFixed(5), test.epsilonSquared.toFixed(4)]).toEqual([
      '6.8555',
      '0.03246',
      '0.6232',
    ])
    expect(test.meanRanks.reduce((sum, rank) => sum + rank * 4, 0)).toBe(78)
  })

  it('does not change when the groups change places', () => {
    fc.assert(
      fc.property(integers, integers, integers, (a, b, c) => {
        const forth = kruskalWallisTest([a, b, c])
        fc.pre(forth.ok)
        const back = answered(kruskalWallisTest([c, a, b]))

        expect(Math.abs(back.statistic - forth.value.statistic)).toBeLessThan(1e-10)
      }),
      { seed: 38, numRuns: 100 },
    )
  })

  it('keeps the logarithm of a p-value that underflows, and says why there is no answer', () => {
    const ramp = (from: number) => Float64Array.from({ length: 5000 }, (_, i) => from + i)
    const sure = answered(kruskalWallisTest([ramp(0), ramp(1e5)]))
    const reasons = [
      kruskalWallisTest([[1, 2]]),
      kruskalWallisTest([[1, 2], []]),
      kruskalWallisTest([
        [1, 1],
        [1, 1],
      ]),
      kruskalWallisTest([
        [1, Number.NaN],
        [1, 1],
      ]),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(sure.pValueLog10).toBeLessThan(-1000)
    expect(reasons).toEqual(['no_degrees_of_freedom', 'too_few_persons', 'zero_variance', 'not_finite'])
  })
})

describe('the Mann-Whitney test of histograms', () => {
  const sample = fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 2, maxLength: 60 })

  it('is that of the samples, and merges', () => {
    fc.assert(
      fc.property(sample, sample, (control, treatment) => {
        const whole = mannWhitneyTest(control, treatment, 0.05)
        const counted = mannWhitneyOfHistograms(countsOf(control), countsOf(treatment), 0.05)

        expect(counted).toEqual(whole)
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('says why there is no answer', () => {
    const none = { values: [], counts: [] }
    const some = { values: [1, 2], counts: [3, 1] }
    const tests = [
      mannWhitneyOfHistograms(none, some, 0.05),
      mannWhitneyOfHistograms({ values: [5], counts: [4] }, { values: [5], counts: [2] }, 0.05),
      mannWhitneyOfHistograms(some, { values: [1, Number.POSITIVE_INFINITY], counts: [1, 1] }, 0.05),
    ]

    expect(tests.map(test => (test.ok ? 'answer' : test.reason))).toEqual([
      'too_few_persons',
      'zero_variance',
      'not_finite',
    ])
  })

  function countsOf(values: readonly number[]) {
    const different = [...new Set(values)].sort((a, b) => a - b)
    return { values: different, counts: different.map(value => values.filter(other => other === value).length) }
  }
})
