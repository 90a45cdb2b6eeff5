import { expect, test } from 'vitest'
import { revenueLiveStats } from '../../../fixtures/readouts.ts'
import { en } from '../../i18n/en.ts'
import { newSpeech } from '../../i18n/language-context.ts'
import { strataRows, weightedRows } from './strata-rows.ts'

const speech = newSpeech('en', en)

test('a stratum counts the persons of all arms once', () => {
  const { rows } = strataRows(revenueLiveStats, speech)

  expect(rows.map(({ stratum, users }) => [stratum, users])).toEqual([
    ['Desktop', '643'],
    ['Phone', '429'],
    ['Tablet', '428'],
  ])
})

test('each arm has its column of effects', () => {
  const { rows, arms } = strataRows(revenueLiveStats, speech)

  expect(arms).toEqual(['Treatment 1: Effect (revenue)', 'Treatment 2: Effect (revenue)'])
  expect(rows[2]!.effects).toEqual(['−1.13', '+0.94'])
})

test('stratified effects of a rate are scaled to percentage points', () => {
  const live = { ...revenueLiveStats, metric_type: 'binary' }

  const [row] = weightedRows(live, 'increase', speech)

  expect(row).toMatchObject({ effect: '+3', interval: '[−180; 186]' })
})
