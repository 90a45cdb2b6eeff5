import { describe, expect, it } from 'vitest'
import { poissonRateTest } from './counts/poisson-rate.ts'
import { binomialLogProbability } from './distributions/binomial.ts'
import type { Inference } from './inference.ts'
import { barnardTest } from './proportions/barnard.ts'
import { boschlooTest } from './proportions/boschloo.ts'
import { fisherTest } from './proportions/fisher.ts'
import { mannWhitneyTest } from './ranks/mann-whitney.ts'
import { wilcoxonTest } from './ranks/wilcoxon.ts'
import { mcnemarTest } from './tables/mcnemar.ts'

interface Outcome {
  readonly p: number
  readonly probability: number
}

const pOf = (test: Inference<{ readonly pValue: number }>) => (test.ok ? test.value.pValue : 1)
const binomialProbability = (k: number, n: number, rate: number) => Math.exp(binomialLogProbability(k, n, rate))

/** The largest P(p <= u) / u over every u that p can take. */
function worstExcess(outcomes: readonly Outcome[]): number {
  const sorted = outcomes.toSorted((a, b) => a.p - b.p)
  let [below, worst] = [0, 0]
  sorted.forEach(({ p, probability }, i) => {
    below += probability
    const isLast = !(sorted[i + 1] && sorted[i + 1]!.p <= p * (1 + 1e-9))
    if (isLast) worst = Math.max(worst, below / p)
  })
  return worst
}

/** All choices of `size` of 0..total-1. */
function subsets(total: number, size: number): number[][] {
  if (size === 0) return [[]]
  return Array.from({ length: total }, (_, last) => last)
    .filter(last => last >= size - 1)
    .flatMap(last => subsets(last, size - 1).map(chosen => [...chosen, last]))
}

describe('exact tests never reject more often than they say, by complete enumeration', () => {
  it.each([
    ['Fisher', fisherTest, 9, 11],
    ['Barnard', barnardTest, 8, 10],
    ['Boschloo', boschlooTest, 8, 10],
  ] as const)('%s, at every common rate', (_, test, nc, nt) => {
    const tables = Array.from(
      { length: (nc + 1) * (nt + 1) },
      (__, i) => [i % (nc + 1), Math.floor(i / (nc + 1))] as const,
    )
    const p = tables.map(([xc, xt]) => pOf(test({ successes: xc, n: nc }, { successes: xt, n: nt }, 0.05)))

    for (const rate of [0.01, 0.1, 0.3, 0.5, 0.77, 0.95]) {
      const outcomes = tables.map(([xc, xt], i) => ({
        p: p[i]!,
        probability: binomialProbability(xc, nc, rate) * binomialProbability(xt, nt, rate),
      }))
      expect(worstExcess(outcomes)).toBeLessThan(1 + 1e-9)
    }
  })

  it('McNemar, given the discordant pairs', () => {
    for (const pairs of [1, 6, 13, 24]) {
      const outcomes = Array.from({ length: pairs + 1 }, (_, gained) => ({
        p: pOf(mcnemarTest({ pairs, gained, lost: pairs - gained }, 0.05)),
        probability: binomialProbability(gained, pairs, 0.5),
      }))
      expect(worstExcess(outcomes)).toBeLessThan(1 + 1e-9)
    }
  })

  it('two Poisson rates, given all events', () => {
    for (const events of [1, 7, 30]) {
      const outcomes = Array.from({ length: events + 1 }, (_, t) => ({
        p: pOf(poissonRateTest({ events: events - t, exposure: 70 }, { events: t, exposure: 30 }, 0.05)),
        probability: binomialProbability(t, events, 0.3),
      }))
      expect(worstExcess(outcomes)).toBeLessThan(1 + 1e-9)
    }
  })

  it('Mann-Whitney, over every split of the ranks', () => {
    const splits = subsets(11, 5)
    const outcomes = splits.map(chosen => ({
      p: pOf(
        mannWhitneyTest(
          Array.from({ length: 11 }, (_, rank) => rank).filter(rank => !chosen.includes(rank)),
          chosen,
          0.05,
        ),
      ),
      probability: 1 / splits.length,
    }))

    expect(splits.length).toBe(462)
    expect(worstExcess(outcomes)).toBeLessThan(1 + 1e-9)
  })

  it('Wilcoxon, over every pattern of signs', () => {
    const outcomes = Array.from({ length: 2 ** 8 }, (_, signs) => ({
      p: pOf(
        wilcoxonTest(
          new Float64Array(8),
          Array.from({ length: 8 }, (__, i) => ((signs >> i) & 1 ? i + 1 : -i - 1)),
          0.05,
        ),
      ),
      probability: 1 / 2 ** 8,
    }))

    expect(worstExcess(outcomes)).toBeLessThan(1 + 1e-9)
  })
})
