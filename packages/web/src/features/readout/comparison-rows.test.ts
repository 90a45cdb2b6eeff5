import { expect, test } from 'vitest'
import { revenueLiveStats, winLiveStats } from '../../../fixtures/readouts.ts'
import { en } from '../../i18n/en.ts'
import { newSpeech } from '../../i18n/language-context.ts'
import { comparisonRows } from './comparison-rows.ts'

const speech = newSpeech('en', en)

test('a rate is read in percentage points on both lines', () => {
  const [planned, always] = comparisonRows(winLiveStats, 'increase', speech)

  expect(planned).toMatchObject({ evidence: 'Planned read · 95%', effect: '+8.00', interval: '[5.22; 10.77]' })
  expect(always).toMatchObject({ evidence: 'Always valid · 95%', effect: '+8.00', interval: '[3.70; 12.30]' })
})

test('tiny p-values are scientific, and a certain probability is not claimed', () => {
  const [planned, always] = comparisonRows(winLiveStats, 'increase', speech)

  expect(planned).toMatchObject({ p: '1.9 × 10⁻⁸', probability: '> 99.9%', relative: '+40.0%' })
  expect(always).toMatchObject({ p: '2.1 × 10⁻⁶', probability: '' })
})

test('several arms are numbered, with their own level', () => {
  const rows = comparisonRows(revenueLiveStats, 'increase', speech)

  expect(rows.map(({ arm }) => arm)).toEqual(['Treatment 1', 'Treatment 1', 'Treatment 2', 'Treatment 2'])
  expect(rows[0]!.evidence).toBe('Planned read · 97.5%')
})

test('where lower is better, a significant rise is worse', () => {
  const [planned] = comparisonRows(winLiveStats, 'decrease', speech)

  expect(planned!.finding).toEqual({ tone: 'bad', icon: 'cross', text: 'Significantly higher · worse' })
})

test('before the planned look, its line shows no result to act on; the always-valid line does', () => {
  const [planned, always] = comparisonRows({ ...winLiveStats, looks: [] }, 'increase', speech)

  expect(planned!.finding).toEqual({ tone: 'wait', icon: 'wait', text: 'Significantly higher · not to act on yet' })
  expect(always!.finding.tone).toBe('good')
})

test('all lines have the digits of the narrowest planned interval', () => {
  const rows = comparisonRows(revenueLiveStats, 'increase', speech)

  expect(rows.map(({ interval }) => interval)).toEqual([
    '[−1.80; 1.86]',
    '[−2.66; 2.72]',
    '[−0.35; 3.40]',
    '[−1.24; 4.29]',
  ])
})

test('an arm that can not be evaluated shows dashes and says why', () => {
  const comparison = {
    ...winLiveStats.comparisons[0]!,
    status: 'insufficient_data',
    analysis: null,
    always_valid: null,
  }

  const rows = comparisonRows({ ...winLiveStats, comparisons: [comparison] }, 'increase', speech)

  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ effect: '–', interval: '–', p: '–', finding: { text: 'Too few persons' } })
})

test.each(['continuous', 'ratio', 'count'])('a %s metric has its result like any other', metricType => {
  const [rate] = comparisonRows(winLiveStats, 'increase', speech)

  const [row] = comparisonRows({ ...winLiveStats, metric_type: metricType }, 'increase', speech)

  expect(row!.finding).toEqual(rate!.finding)
})

test('with several planned looks the bound of the last one decides, not a single p-value', () => {
  const comparisons = winLiveStats.comparisons.map(comparison => ({ ...comparison, sequential_significant: false }))

  const [planned] = comparisonRows({ ...winLiveStats, comparisons }, 'increase', speech)
  const [single] = comparisonRows(winLiveStats, 'increase', speech)

  expect(planned!.finding.text).not.toBe(single!.finding.text)
})
