import { expect, test } from 'vitest'
import { decimalsFor, newFormats } from './formats.ts'

const english = newFormats('en')
const german = newFormats('de')

test('what is missing or not finite is a dash', () => {
  const values = [null, Number.NaN, Number.POSITIVE_INFINITY]

  const texts = values.map(value => english.count(value))

  expect(texts).toEqual(['–', '–', '–'])
})

test('numbers follow the language', () => {
  const value = 1234567.891

  const texts = [english.decimal(value, 1), german.decimal(value, 1), newFormats('ru').decimal(value, 1)]

  expect(texts).toEqual(['1,234,567.9', '1.234.567,9', '1\u00a0234\u00a0567,9'])
})

test('a signed number shows its sign, with a true minus', () => {
  const values = [1.5, -1.5, 0]

  const texts = values.map(value => english.signed(value, 2))

  expect(texts).toEqual(['+1.50', '−1.50', '0.00'])
})

test('a fraction is printed as percent', () => {
  const fraction = 0.12345

  const texts = [english.percent(fraction), english.signedPercent(fraction), german.percent(fraction, 2)]

  expect(texts).toEqual(['12.3%', '+12.3%', '12,35\u00a0%'])
})

test('Arabic prints the digits of the charts, each number isolated from the line with its sign on its left', () => {
  const arabic = newFormats('ar')

  const texts = [arabic.signed(12.5, 1), arabic.percent(0.125)]

  expect(texts).toEqual(['\u2066+12.5\u2069', '\u206612.5%\u2069'])
})

test.each([
  [0.5, 1],
  [0.01, 2],
  [0.003, 3],
  [25, 0],
  [0, 2],
  [Number.NaN, 2],
])('a step of %d shows in %d decimals', (step, decimals) => {
  expect(decimalsFor(step)).toBe(decimals)
})

test('a time of day has seconds and no half days', () => {
  const moment = new Date(2026, 0, 2, 15, 4, 5)

  const text = english.time(moment.getTime())

  expect(text).toBe('15:04:05')
})
