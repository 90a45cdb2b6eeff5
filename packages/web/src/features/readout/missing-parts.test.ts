import { expect, test } from 'vitest'
import { revenueDecision, revenueLiveStats, winDecision, winLiveStats } from '../../../fixtures/readouts.ts'
import { missingParts } from './missing-parts.ts'

test('each part without numbers is named by its reason', () => {
  const parts = missingParts(winLiveStats, winDecision)

  expect(parts).toEqual(['cuped_metric', 'strata_none', 'guardrail_none', 'secondary', 'holdout', 'srm_sequential'])
})

test('parts with numbers are not named', () => {
  const parts = missingParts(revenueLiveStats, revenueDecision)

  expect(parts).toEqual(['guardrail_none', 'secondary', 'holdout', 'srm_sequential'])
})

test('guardrails that are planned but not read are told apart from none', () => {
  const blocker = { code: 'not_available_in_this_version', params: { field: 'guardrail_metrics', value: ['refunds'] } }

  const parts = missingParts(winLiveStats, { ...winDecision, blockers: [blocker] })

  expect(parts).toContain('guardrail')
})

test('too many covariates or strata are told apart from none', () => {
  const live = {
    ...revenueLiveStats,
    cuped: { ...revenueLiveStats.cuped, status: 'too_many_covariates' },
    stratified: { ...revenueLiveStats.stratified, status: 'too_many_strata' },
  }

  const parts = missingParts(live, revenueDecision)

  expect(parts.slice(0, 2)).toEqual(['cuped_many', 'strata_many'])
})
