import { expect, test } from 'vitest'
import { revenueLiveStats, winLiveStats } from '../../../fixtures/readouts.ts'
import { missingParts } from './missing-parts.ts'

test('each part without numbers is named by its reason', () => {
  const parts = missingParts(winLiveStats)

  expect(parts).toEqual(['cuped_metric', 'strata_none', 'guardrail_none', 'secondary', 'holdout'])
})

test('parts with numbers are not named', () => {
  const parts = missingParts(revenueLiveStats)

  expect(parts).toEqual(['guardrail_none', 'secondary', 'holdout'])
})

test('too many covariates or strata are told apart from none', () => {
  const live = {
    ...revenueLiveStats,
    cuped: { ...revenueLiveStats.cuped, status: 'too_many_covariates' },
    stratified: { ...revenueLiveStats.stratified, status: 'too_many_strata' },
  }

  const parts = missingParts(live)

  expect(parts.slice(0, 2)).toEqual(['cuped_many', 'strata_many'])
})
