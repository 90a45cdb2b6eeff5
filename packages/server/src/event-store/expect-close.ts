import { expect } from 'vitest'

const RELATIVE_TOLERANCE = 1e-12

/** Equal in shape; numbers within the tolerance of the larger of the two, or of 1. */
export function expectClose(actual: unknown, expected: unknown, place = '', tolerance = RELATIVE_TOLERANCE): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const scale = Math.max(1, Math.abs(actual), Math.abs(expected))
    expect(Math.abs(actual - expected), `${place}: ${actual} against ${expected}`).toBeLessThanOrEqual(
      tolerance * scale,
    )
  } else if (isObject(actual) && isObject(expected)) {
    expect(Object.keys(actual).sort(), place).toEqual(Object.keys(expected).sort())
    for (const key of Object.keys(expected)) expectClose(actual[key], expected[key], `${place}.${key}`, tolerance)
  } else {
    expect(actual, place).toEqual(expected)
  }
}

function isObject(item: unknown): item is Record<string, unknown> {
  return typeof item === 'object' && item !== null
}
