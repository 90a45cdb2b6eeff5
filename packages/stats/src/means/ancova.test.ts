import { describe, expect, it } from 'vitest'
import r from '../../fixtures/ancova.json' with { type: 'json' }
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import type { CrossMoments } from '../cross-moments.ts'
import { ancovaContrast, fitAncova } from './ancova.ts'
import { welchTest } from './welch.ts'

/** Inputs stand in the fixture with 15 digits; cross-products of covariates that nearly agree lose a few of them. */
const R_TOLERANCE = 1e-8

const plain: CrossMoments[] = [
  { n: 40, means: [5, 1], products: [80, 30, 30, 40] },
  { n: 50, means: [6, 1.2], products: [90, 35, 35, 50] },
]

describe('analysis of covariance', () => {
  it.each(r.cases)('matches lm with rank $rank and $degreesOfFreedom degrees of freedom', oracle => {
    const fit = answered(fitAncova(oracle.arms))

    expect([fit.rank, fit.degreesOfFreedom]).toEqual([oracle.rank, oracle.degreesOfFreedom])
    expect(relativeError(fit.residualVariance, oracle.residualVariance)).toBeLessThan(R_TOLERANCE)
    const thetaErrors = (oracle.thetas ?? []).map((theta, i) => relativeError(fit.thetas[i]!, theta))
    expect(Math.max(0, ...thetaErrors)).toBeLessThan(R_TOLERANCE)
    oracle.adjustedMeans.forEach((mean, i) => {
      expect(Math.abs(fit.adjustedMeans[i]! - mean)).toBeLessThan(R_TOLERANCE * Math.max(1, Math.abs(mean)))
    })
    oracle.adjustedVariances.forEach((variance, i) => {
      expect(relativeError(fit.adjustedVariances[i]!, variance)).toBeLessThan(R_TOLERANCE * 10)
    })
  })

  it.each(r.cases.flatMap(oracle => oracle.contrasts.map(contrast => ({ oracle, contrast }))))(
    'matches the coefficient test of lm for arm $contrast.treatment',
    ({ oracle, contrast }) => {
      const fit = answered(fitAncova(oracle.arms))
      const test = answered(ancovaContrast(fit, 0, contrast.treatment, oracle.alpha))

      expect(relativeError(test.effect, contrast.effect)).toBeLessThan(R_TOLERANCE)
      expect(relativeError(test.standardError, contrast.standardError)).toBeLessThan(R_TOLERANCE)
      expect(relativeError(test.pValue, contrast.pValue)).toBeLessThan(R_TOLERANCE * Math.max(10, test.statistic ** 2))
      expect(Math.abs(test.lower - contrast.lower)).toBeLessThan(R_TOLERANCE * contrast.standardError * 10)
      expect(Math.abs(test.upper - contrast.upper)).toBeLessThan(R_TOLERANCE * contrast.standardError * 10)
    },
  )

  it('is Welch where no covariate varies', () => {
    const arms = plain.map(arm => ({ ...arm, products: [arm.products[0]!, 0, 0, 0] }))
    const fit = answered(fitAncova(arms))

    const adjusted = answered(ancovaContrast(fit, 0, 1, 0.05))
    const welch = answered(welchTest({ n: 40, mean: 5, m2: 80 }, { n: 50, mean: 6, m2: 90 }, 0.05))

    expect([fit.rank, fit.thetas]).toEqual([0, [0]])
    expect(adjusted).toEqual(welch)
  })

  it('changes neither effect nor error when a covariate is stretched and moved', () => {
    const moved = plain.map(arm => ({
      n: arm.n,
      means: [arm.means[0]!, 1000 * arm.means[1]! - 7],
      products: [arm.products[0]!, 1000 * arm.products[1]!, 1000 * arm.products[2]!, 1e6 * arm.products[3]!],
    }))

    const before = answered(ancovaContrast(answered(fitAncova(plain)), 0, 1, 0.05))
    const after = answered(ancovaContrast(answered(fitAncova(moved)), 0, 1, 0.05))

    expect(relativeError(after.effect, before.effect)).toBeLessThan(1e-12)
    expect(relativeError(after.standardError, before.standardError)).toBeLessThan(1e-12)
  })

  it('answers the swapped contrast with the opposite sign', () => {
    const fit = answered(fitAncova(plain))

    const forth = answered(ancovaContrast(fit, 0, 1, 0.05))
    const back = answered(ancovaContrast(fit, 1, 0, 0.05))

    expect(back.effect).toBe(-forth.effect)
    expect(back.pValue).toBe(forth.pValue)
  })

  it('leaves an empty arm out of the fit, and refuses to compare it', () => {
    const empty = { n: 0, means: [0, 0], products: [0, 0, 0, 0] }
    const fit = answered(fitAncova([...plain, empty]))

    const contrast = ancovaContrast(fit, 0, 2, 0.05)

    expect(fit.degreesOfFreedom).toBe(87)
    expect(contrast).toEqual({ ok: false, reason: 'too_few_persons' })
  })

  it('says why there is no answer', () => {
    const exact = plain.map(arm => ({
      ...arm,
      products: [arm.products[3]!, arm.products[3]!, arm.products[3]!, arm.products[3]!],
    }))
    const tiny = plain.map(arm => ({ ...arm, n: 2 })).slice(0, 1)
    const fit = answered(fitAncova(plain))

    const reasons = [
      fitAncova([]),
      fitAncova([{ n: 3, means: [1, 2], products: [1] }]),
      fitAncova([{ n: 3, means: [Number.NaN, 2], products: [1, 1, 1, 1] }]),
      fitAncova([{ n: 0, means: [0, 0], products: [0, 0, 0, 0] }]),
      ancovaContrast(answered(fitAncova(exact)), 0, 1, 0.05),
      ancovaContrast(answered(fitAncova([...tiny, { ...tiny[0]!, n: 1 }])), 0, 1, 0.05),
      ancovaContrast(fit, 0, 5, 0.05),
      ancovaContrast(fit, 0, 1, 2),
    ].map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([
      'too_few_persons',
      'out_of_range',
      'not_finite',
      'too_few_persons',
      'zero_variance',
      'too_few_persons',
      'out_of_range',
      'out_of_range',
    ])
  })

  it('has no degrees of freedom when covariates are as many as persons', () => {
    const arms = [
      { n: 2, means: [1, 0, 0], products: [2, 1, 0.5, 1, 2, 0.3, 0.5, 0.3, 2] },
      { n: 2, means: [2, 0, 0], products: [2, 1, 0.5, 1, 2, 0.3, 0.5, 0.3, 2] },
    ]

    const contrast = ancovaContrast(answered(fitAncova(arms)), 0, 1, 0.05)

    expect(contrast).toEqual({ ok: false, reason: 'no_degrees_of_freedom' })
  })
})
