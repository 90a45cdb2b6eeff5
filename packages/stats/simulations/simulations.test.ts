import { describe, expect, it } from 'vitest'
import { allSimulations } from './all-simulations.ts'
import { coverageRow, powerRow, sizeRow } from './simulation.ts'

/** Short runs; the dated results beside this file come from long ones. */
const RUNS = 300

describe('simulations', () => {
  it.each(Object.entries(allSimulations))('%s keeps its size, coverage and power', (_, simulate) => {
    const rows = simulate({ runs: RUNS, seed: 20240601 })

    expect(rows.filter(row => !row.pass)).toEqual([])
  })

  it('give the same rows for the same seed', () => {
    const simulate = allSimulations.wilson!

    const [once, again, other] = [7, 7, 8].map(seed => simulate({ runs: 100, seed }))

    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
  })

  it('fail a method that misses its criterion', () => {
    const rows = [
      sizeRow('always rejects', 0.05, 100, () => true),
      coverageRow('never covers', 0.95, 100, () => false),
      powerRow('always rejects', 0.8, 1000, () => true),
    ]

    expect(rows.map(row => row.pass)).toEqual([false, false, false])
  })
})
