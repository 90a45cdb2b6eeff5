import { describe, expect, it } from 'vitest'
import r from '../../fixtures/post-stratification.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import type { StratumKind } from './post-stratification.ts'
import { postStratifiedTest } from './post-stratification.ts'

/** Variances stand in the fixture with 15 digits. */
const R_TOLERANCE = 1e-11

const stratum = {
  control: { n: 50, mean: 2, variance: 4 },
  treatment: { n: 60, mean: 2.5, variance: 5 },
}

describe('post-stratified test', () => {
  it.each(r.cases)('matches R for $kind strata at $alpha', oracle => {
    const test = answered(postStratifiedTest(oracle.strata, oracle.alpha, oracle.kind as StratumKind))

    const errors = [
      relativeError(test.effect, oracle.effect),
      relativeError(test.standardError, oracle.standardError),
      relativeError(test.statistic, oracle.statistic),
      relativeError(test.pValue, oracle.pValue),
      relativeError(test.lower, oracle.lower),
      relativeError(test.upper, oracle.upper),
      relativeError(test.unstratifiedVariance, oracle.unstratifiedVariance),
    ]

    expect(Math.max(...errors)).toBeLessThan(R_TOLERANCE)
    expect(test.usedStrata).toEqual(oracle.usedStrata)
  })

  it('is the plain difference when there is one stratum', () => {
    const test = answered(postStratifiedTest([stratum], 0.05, 'continuous'))

    expect(test.effect).toBe(0.5)
    expect(relativeError(test.standardError ** 2, test.unstratifiedVariance)).toBeLessThan(1e-14)
  })

  it('gains where strata differ from each other', () => {
    const high = {
      control: { n: 50, mean: 92, variance: 4 },
      treatment: { n: 60, mean: 92.5, variance: 5 },
    }

    const test = answered(postStratifiedTest([stratum, high], 0.05, 'continuous'))

    expect(test.effect).toBe(0.5)
    expect(test.standardError ** 2 / test.unstratifiedVariance).toBeLessThan(0.01)
  })

  it('says why there is no answer', () => {
    const lonely = { ...stratum, treatment: { ...stratum.treatment, n: 1 } }
    const constant = { control: { n: 9, mean: 1, variance: 0 }, treatment: { n: 9, mean: 2, variance: 0 } }
    const broken = { ...stratum, control: { n: 9, mean: Number.NaN, variance: 1 } }

    const reasons = [
      postStratifiedTest([], 0.05, 'binary'),
      postStratifiedTest([lonely], 0.05, 'binary'),
      postStratifiedTest([constant], 0.05, 'continuous'),
      postStratifiedTest([broken], 0.05, 'continuous'),
      postStratifiedTest([stratum], 0, 'continuous'),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual(['no_usable_stratum', 'no_usable_stratum', 'zero_variance', 'not_finite', 'out_of_range'])
  })
})
