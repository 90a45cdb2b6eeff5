import { expect, test } from 'vitest'
import { revenueLiveStats, winLiveStats } from '../../../fixtures/readouts.ts'
import { ar } from '../../i18n/ar.ts'
import { de } from '../../i18n/de.ts'
import { en } from '../../i18n/en.ts'
import { es } from '../../i18n/es.ts'
import { fr } from '../../i18n/fr.ts'
import { LANGUAGES } from '../../i18n/language.ts'
import { newSpeech } from '../../i18n/language-context.ts'
import { ru } from '../../i18n/ru.ts'
import { zh } from '../../i18n/zh.ts'
import { reasonText } from './reason-text.ts'

const CATALOGUES = { en, ru, de, es, fr, zh, ar }
const english = newSpeech('en', en)
const binary = winLiveStats
const continuous = { ...winLiveStats, metric_type: 'continuous', primary_metric_name: 'revenue' }

/** Every code of the decision, with the parameters that come with it. */
const REASONS = [
  { code: 'no_exposures', params: {} },
  { code: 'insufficient_per_arm', params: {} },
  { code: 'blocked_untrustworthy', params: {} },
  { code: 'significant_win', params: { arm: 1, effect_relative: 12.34, p_value: 0.0123 } },
  { code: 'significant_loss', params: { arm: 1, effect_relative: -12.34, p_value: 0 } },
  { code: 'practical_threshold_met', params: { arm: 1, mwe: 0.5, ci_lower: 0.7 } },
  { code: 'practical_threshold_met', params: { arm: 1, mwe: 0, ci_lower: 0.7 } },
  { code: 'practical_threshold_uncertain', params: { arm: 1, mwe: 0.5, ci_lower: 0.2 } },
  { code: 'below_practical_threshold_proven', params: { arm: 1, mwe: 0.5, ci_upper: 0.4 } },
  { code: 'practical_threshold_unavailable', params: {} },
  { code: 'bayesian_win', params: { arm: 1, probability: 0.987 } },
  { code: 'sequential_crossed', params: { arm: 1 } },
  { code: 'sequential_not_crossed', params: {} },
  { code: 'anytime_valid_confirmed', params: { arm: 1 } },
  { code: 'statistically_positive_but_below_practical_threshold', params: { mwe: 0.5 } },
  { code: 'planned_sample_complete_no_effect', params: {} },
  { code: 'info_fraction_complete_no_effect', params: {} },
  { code: 'futility_bound_reached', params: { look: 2 } },
  { code: 'fixed_horizon_before_planned_read', params: {} },
  { code: 'inconclusive_ci', params: {} },
  { code: 'info_fraction_incomplete', params: { information_fraction: 0.2629 } },
  { code: 'info_fraction_incomplete', params: { information_fraction: null } },
  { code: 'equivalence_shown', params: {} },
  { code: 'srm_mismatch', params: { p_value: 0.000002 } },
  { code: 'guardrail_breach', params: { metric: 'refunds' } },
  { code: 'guardrail_vetoed', params: {} },
  { code: 'not_available_in_this_version', params: { field: 'guardrail_metrics', value: ['refunds', 'latency'] } },
] as const

const SERVER_SOURCES = import.meta.glob<string>(
  ['../../../../server/src/features/readout/verdict.ts', '../../../../server/src/features/readout/blockers.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** Words with an underscore in those sources that are no codes. */
const NO_CODES = new Set([
  ...[
    'no_ship',
    'keep_running',
    'proven_below',
    'always_valid',
    'group_sequential',
    'z_test',
    'mann_whitney',
    'exposure_metric_name',
  ],
  ...['metric_type', 'planned_test', 'guardrail_metrics', 'arm_adjustment', 'randomization_unit'],
])

test.each(LANGUAGES)('every reason is a whole sentence in %s', language => {
  const speech = newSpeech(language, CATALOGUES[language])

  const sentences = REASONS.map(reason => reasonText(reason, binary, speech))

  for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|undefined|null|NaN/)
  expect(new Set(sentences).size).toBe(REASONS.length)
})

test('every code that the server can emit is among them', () => {
  const sources = Object.values(SERVER_SOURCES)
  const emitted = sources.flatMap(source => [...source.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, word]) => word!))

  const unknown = emitted.filter(word => !NO_CODES.has(word) && !REASONS.some(({ code }) => code === word))

  expect(sources).toHaveLength(2)
  expect(unknown).toEqual([])
})

test('a win names its arm, its effect and its p-value', () => {
  const [reason] = REASONS.filter(({ code }) => code === 'significant_win')

  const sentence = reasonText(reason!, revenueLiveStats, english)

  expect(sentence).toBe('Treatment 1 is significantly better than control: +12.3%, p = 0.0123.')
})

test('a p-value that the wire rounds to 0 is said to be below', () => {
  const sentence = reasonText({ code: 'srm_mismatch', params: { p_value: 0 } }, binary, english)

  expect(sentence).toContain('p < 10⁻⁶')
})

test('the p-value of a reason has the digits of the block that it comes from', () => {
  const reason = { code: 'significant_win', params: { arm: 1, effect_relative: 40, p_value: 0 } }

  const sentence = reasonText(reason, winLiveStats, english)

  expect(sentence).toBe('Treatment is significantly better than control: +40.0%, p = 1.9 × 10⁻⁸.')
})

test('a p-value with too few digits on the wire is said to be below', () => {
  const reason = { code: 'significant_win', params: { arm: 1, effect_relative: 40, p_value: 0.000003 } }

  const sentence = reasonText(reason, winLiveStats, english)

  expect(sentence).toContain('p < 1.0 × 10⁻⁵')
})

test('effects are in percentage points for rates, in the metric for means', () => {
  const reason = { code: 'practical_threshold_met', params: { arm: 1, mwe: 0.5, ci_lower: 0.7 } }

  const sentences = [binary, continuous].map(context => reasonText(reason, context, english))

  expect(sentences[0]).toContain('+0.70 pp')
  expect(sentences[1]).toContain('+0.70 (revenue)')
})

test('the code of a newer server shows as it is', () => {
  const sentence = reasonText({ code: 'brand_new', params: {} }, binary, english)

  expect(sentence).toBe('Code brand_new')
})
