import { expect, test } from 'vitest'
import { newFormats } from '../../i18n/formats.ts'
import { intervalText, meanText } from './effect-text.ts'

const formats = newFormats('en')

test('a narrow interval gets the digits it needs, a wide one no more than that', () => {
  const texts = [
    intervalText({ lower: 0.00012, upper: 0.00034 }, formats),
    intervalText({ lower: -1204.3, upper: 988.8 }, formats),
  ]

  expect(texts).toEqual(['[0.000120; 0.000340]', '[−1,204; 989]'])
})

test('half an interval is none', () => {
  expect(intervalText({ lower: 1, upper: null }, formats)).toBe('–')
})

test('a mean stands with its spread in the same digits', () => {
  expect(meanText(57.988, 13.668706, formats)).toBe('57.99 ± 13.67')
})

test('a mean without a spread stands alone', () => {
  expect(meanText(3, null, formats)).toBe('3.00')
})
