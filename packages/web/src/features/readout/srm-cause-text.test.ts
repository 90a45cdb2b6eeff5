import { expect, test } from 'vitest'
import { ar } from '../../i18n/ar.ts'
import { de } from '../../i18n/de.ts'
import { en } from '../../i18n/en.ts'
import { es } from '../../i18n/es.ts'
import { fr } from '../../i18n/fr.ts'
import { LANGUAGES } from '../../i18n/language.ts'
import { newSpeech } from '../../i18n/language-context.ts'
import { ru } from '../../i18n/ru.ts'
import { zh } from '../../i18n/zh.ts'
import { type SrmCause, srmCauseText } from './srm-cause-text.ts'

const CATALOGUES = { en, ru, de, es, fr, zh, ar }

/** Every code of the server, with its evidence. */
const CAUSES = [
  { code: 'split_changed', evidence: { at_start: [1, 1], now: [9, 1] } },
  { code: 'arm_without_persons', evidence: { arms: [2] } },
  { code: 'arms_ran_on_different_days', evidence: {} },
  { code: 'uneven_filter', evidence: { reason: 'rate_spike' } },
  { code: 'one_day', evidence: { date: '2026-04-30' } },
  { code: 'one_stratum', evidence: { stratum: 'ios' } },
  { code: 'persons_in_several_arms', evidence: {} },
] as unknown as readonly SrmCause[]

test.each(LANGUAGES)('each cause is said in %s, with its evidence', language => {
  const speech = newSpeech(language, CATALOGUES[language])

  const texts = CAUSES.map(cause => srmCauseText(cause, 3, speech))

  expect(new Set(texts).size).toBe(CAUSES.length)
  expect(texts.every(text => text !== null && !/\{\{|undefined/.test(text))).toBe(true)
  expect(texts[5]).toContain('ios')
})

test('a day is written as the language writes it, an arm by its name', () => {
  const english = newSpeech('en', en)

  expect(srmCauseText(CAUSES[4]!, 2, english)).toBe('One day alone: Apr 30, 2026. The other days hold the split.')
  expect(srmCauseText(CAUSES[1]!, 3, english)).toBe('Nobody is in Treatment 2.')
})

test('a code of a newer server is left out', () => {
  const cause = { code: 'moon_phase', evidence: {} } as SrmCause

  expect(srmCauseText(cause, 2, newSpeech('en', en))).toBeNull()
})
