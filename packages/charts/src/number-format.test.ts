import { describe, expect, test } from 'vitest'
import { numberFormat } from './number-format.ts'

describe('numberFormat', () => {
  test.each([
    { magnitude: 3, step: 1, value: 2, text: '2' },
    { magnitude: 3, step: 0.5, value: 2, text: '2.0' },
    { magnitude: 0.03, step: 0.01, value: -0.02, text: '−0.02' },
    { magnitude: 50_000, step: 10_000, value: 20_000, text: '20,000' },
    { magnitude: 2e6, step: 5e5, value: 1.5e6, text: '1.5M' },
    { magnitude: 2e20, step: 1e20, value: 1e20, text: '1E20' },
    { magnitude: 2e-12, step: 1e-12, value: -1e-12, text: '−1E−12' },
    { magnitude: 3, step: 1, value: -0.2, text: '0' },
  ])('prints $value as $text on a scale up to $magnitude in steps of $step', ({ magnitude, step, value, text }) => {
    expect(numberFormat({ locale: 'en', magnitude, step })(value)).toBe(text)
  })

  test('prints the sign of an effect, except of zero', () => {
    const print = numberFormat({ locale: 'en', magnitude: 3, step: 0.1, isSigned: true })

    expect([1.2, -1.2, 0, 0.01].map(print)).toEqual(['+1.2', '−1.2', '0.0', '0.0'])
  })

  test('writes as the language does', () => {
    const print = (locale: string) => numberFormat({ locale, magnitude: 3, step: 0.1 })(1.5)

    expect([print('de'), print('en'), print('ar-EG')]).toEqual(['1,5', '1.5', '١٫٥'])
  })
})
