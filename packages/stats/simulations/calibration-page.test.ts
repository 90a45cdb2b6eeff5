import { expect, it } from 'vitest'
import { calibrationPage } from './calibration-page.ts'

it('prints a table for each method and marks what fails', () => {
  const row = {
    scenario: 'fair',
    measure: 'size',
    nominal: 0.05,
    estimate: 0.09,
    monteCarloError: 0.0015,
    pass: false,
  } as const

  const page = calibrationPage({ date: '2024-06-01', runs: 20_000, seed: 1, methods: [{ method: 'srm', rows: [row] }] })

  expect(page).toContain('## [srm](srm.md)')
  expect(page).toContain('| fair | size | 0.05 | 0.0900 | 0.0015 | **no** |')
})
