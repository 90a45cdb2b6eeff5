import { expect, test } from 'vitest'
import { pValueFormat } from './p-value-format.ts'

const print = pValueFormat('en')

test('an ordinary p-value has four decimals', () => {
  const text = print(0.04321, Math.log10(0.04321))

  expect(text).toBe('0.0432')
})

test('a p-value that is printed as 0 is read from its logarithm', () => {
  const text = print(0, -7.717844)

  expect(text).toBe('1.9 × 10⁻⁸')
})

test('a p-value far below the range of floats keeps its exponent', () => {
  const text = print(0, -1234.5)

  expect(text).toBe('3.2 × 10⁻¹²³⁵')
})

test('a mantissa never rounds up to ten', () => {
  const text = print(0, Math.log10(9.99e-7))

  expect(text).toBe('1.0 × 10⁻⁶')
})

test('a zero without a logarithm is below what the wire can hold', () => {
  const text = print(0)

  expect(text).toBe('< 10⁻⁶')
})

test('no p-value is a dash', () => {
  const text = print(null, null)

  expect(text).toBe('–')
})
