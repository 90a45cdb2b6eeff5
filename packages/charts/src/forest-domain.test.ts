import { describe, expect, test } from 'vitest'
import { forestDomain } from './forest-domain.ts'

const row = (lower: number | null, upper: number | null) => ({
  label: 'B',
  effect: lower === null || upper === null ? null : (lower + upper) / 2,
  lower,
  upper,
  isSignificant: false,
})

describe('forestDomain', () => {
  test('holds zero and all intervals', () => {
    expect(forestDomain([row(0.5, 2), row(1, 3)])).toEqual([0, 3])
    expect(forestDomain([row(-3, -1)])).toEqual([-3, 0])
  })

  test('holds the always-valid bounds', () => {
    expect(forestDomain([{ ...row(0.5, 2), alwaysValidLower: -1, alwaysValidUpper: 4 }])).toEqual([-1, 4])
  })

  test('ends at three times the reach of the median interval', () => {
    expect(forestDomain([row(-1, 2), row(-2, 1), row(-500, 700)])).toEqual([-6, 6])
  })

  test('does not cut when most intervals have no reach at all', () => {
    expect(forestDomain([row(0, 0), row(0, 0), row(-1, 2)])).toEqual([-1, 2])
  })

  test.each([{ rows: [] }, { rows: [row(null, null)] }, { rows: [row(0, 0)] }])(
    'is ±1 when there is no extent: $rows',
    ({ rows }) => {
      expect(forestDomain(rows)).toEqual([-1, 1])
    },
  )

  test('keeps a span that is finite', () => {
    const [least, most] = forestDomain([row(-1.7e308, 1.7e308)])

    expect(Number.isFinite(most - least)).toBe(true)
  })
})
