import { expect, test } from 'vitest'
import { winLiveStats } from '../../../fixtures/readouts.ts'
import { en } from '../../i18n/en.ts'
import { newSpeech } from '../../i18n/language-context.ts'
import { forestRows } from './forest-rows.ts'

test('always-valid bounds of a rate are scaled to the percentage points of the axis', () => {
  const [row] = forestRows(winLiveStats, newSpeech('en', en))

  expect(row).toMatchObject({ label: 'Treatment', effect: 8, lower: 5.2152, upper: 10.7697, isSignificant: true })
  expect(row!.alwaysValidLower).toBeCloseTo(3.6981, 10)
  expect(row!.alwaysValidUpper).toBeCloseTo(12.3019, 10)
})

test('a comparison without numbers is a row without marks', () => {
  const comparisons = winLiveStats.comparisons.map(one => ({ ...one, analysis: null, always_valid: null }))

  const [row] = forestRows({ ...winLiveStats, comparisons }, newSpeech('en', en))

  expect(row).toMatchObject({ effect: null, lower: null, alwaysValidUpper: null, isSignificant: false })
})
