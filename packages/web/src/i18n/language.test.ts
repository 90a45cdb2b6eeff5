import { expect, test } from 'vitest'
import { chooseLanguage, directionOf, LANGUAGES, readLanguage } from './language.ts'

test('the address wins over the stored choice, and that over the browser', () => {
  const wish = { query: 'de', stored: 'fr', preferred: ['es'] }

  const chosen = [wish, { ...wish, query: null }, { ...wish, query: null, stored: null }].map(chooseLanguage)

  expect(chosen).toEqual(['de', 'fr', 'es'])
})

test('languages we do not speak are passed over, down to English', () => {
  const wishes = [
    { query: 'tlh', stored: null, preferred: ['nl-BE', 'zh-Hant-TW'] },
    { query: null, stored: 'xx', preferred: [] },
  ]

  const chosen = wishes.map(chooseLanguage)

  expect(chosen).toEqual(['zh', 'en'])
})

test('a region does not matter', () => {
  expect(readLanguage('AR-eg')).toBe('ar')
})

test('Arabic alone runs from right to left', () => {
  const rightToLeft = LANGUAGES.filter(language => directionOf(language) === 'rtl')

  expect(rightToLeft).toEqual(['ar'])
})
