import { describe, expect, it } from 'vitest'
import { en } from '../../locales/en.ts'
import { LANGUAGES, type Language } from './language.ts'
import { speechOf } from './speech.ts'

describe('a speech', () => {
  it.each<[Language, string]>([
    ['en', '-1234567.875'],
    ['ru', '-1234567,875'],
    ['de', '-1234567,875'],
    ['es', '-1234567,875'],
    ['fr', '-1234567,875'],
    ['zh', '-1234567.875'],
    ['ar', '\u2066-1234567.875\u2069'],
  ])('%s writes numbers its own way, without groups', (language, expected) => {
    const text = speechOf(language).say('{{value}}', { value: -1234567.875 })

    expect(text).toBe(expected)
  })

  it('writes a very small or large number with its exponent', () => {
    const values = { small: 1.25e-12, large: 1e21 }

    const texts = (['en', 'de'] as const).map(language => speechOf(language).say('{{small}} {{large}}', values))

    expect(texts).toEqual(['1.25e-12 1e+21', '1,25e-12 1e+21'])
  })

  it('rounds nothing that a double holds, and shows no noise of its last bits', () => {
    const text = speechOf('en').say('{{long}} {{noisy}}', { long: 0.123456789012345, noisy: 0.1 + 0.2 })

    expect(text).toBe('0.123456789012345 0.3')
  })

  it('leaves a text as it is, and isolates it only in a right-to-left line', () => {
    const values = { name: 'purchase' }

    const texts = (['de', 'ar'] as const).map(language => speechOf(language).say('[{{name}}]', values))

    expect(texts).toEqual(['[purchase]', '[\u2068purchase\u2069]'])
  })

  it('leaves a mark without a value, so that it is seen', () => {
    const text = speechOf('fr').say('{{here}} {{missing}}', { here: 1 })

    expect(text).toBe('1 {{missing}}')
  })

  it('is made once for each language', () => {
    const languages = LANGUAGES.map(language => speechOf(language))

    expect(LANGUAGES.map(language => speechOf(language))).toEqual(languages)
    expect(new Set(languages).size).toBe(LANGUAGES.length)
    expect(speechOf('en').words).toBe(en)
  })
})
