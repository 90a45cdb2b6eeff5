import { expect, test } from 'vitest'
import { colorSchemeOf, THEME_NAMES, themeNameOf } from './theme-name.ts'

test('each stored name comes back as itself', () => {
  const again = THEME_NAMES.map(name => themeNameOf(colorSchemeOf(name)))

  expect(again).toEqual([...THEME_NAMES])
})

test('nothing stored, or something odd, follows the system', () => {
  expect([null, 'auto', 'sepia'].map(colorSchemeOf)).toEqual(['auto', 'auto', 'auto'])
})
