import { describe, expect, it } from 'vitest'
import mpmath from '../../fixtures/distributions.json' with { type: 'json' }
import r from '../../fixtures/r-distributions.json' with { type: 'json' }
import { relativeError } from '../oracle/relative-error.ts'
import { logBeta } from '../special/log-beta.ts'
import { logGamma } from '../special/log-gamma.ts'
import * as beta from './beta.ts'
import * as chiSquare from './chi-square.ts'
import * as f from './f.ts'
import * as gamma from './gamma.ts'
import * as normal from './normal.ts'
import * as student from './student-t.ts'

type NumberFunction = (...args: number[]) => number
type Case = readonly [args: number[], value: number, tolerance: number]

const functions: Record<string, NumberFunction> = {
  ...normal,
  ...student,
  ...chiSquare,
  ...f,
  ...beta,
  ...gamma,
  logGamma,
  logBeta,
}

describe('distributions against mpmath', () => {
  it.each(Object.entries(mpmath.cases as unknown as Record<string, Case[]>))('%s keeps its digits everywhere', (name, cases) => {
    const run = functions[name]!

    const misses = cases
      .map(([args, value, tolerance]) => ({ args, value, actual: run(...args), tolerance }))
      .filter(({ actual, value, tolerance }) => relativeError(actual, value) > tolerance)

    expect(misses).toEqual([])
  })
})
