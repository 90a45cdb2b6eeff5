import type { CrossMoments } from '../src/cross-moments.ts'
import type { EffectTest } from '../src/effect-test.ts'
import { ancovaContrast, fitAncova } from '../src/means/ancova.ts'
import { sizeTwoMeans } from '../src/planning/two-means.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, powerRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const CORRELATION = 0.7

interface Scenario {
  readonly name: string
  readonly persons: readonly number[]
  readonly covariates: number
  readonly effect: number
}

/** Size, coverage and power of the ANCOVA contrast of arm 1 with control; covariates share a correlation of 0.7. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const rows = (n: number, covariates: number, effect: number) =>
    Array.from({ length: n }, () => {
      const seen = Array.from({ length: covariates }, () => source.normal())
      const shared = seen.reduce((sum, x) => sum + x, 0) / Math.sqrt(Math.max(1, covariates))
      return [effect + CORRELATION * shared + Math.sqrt(1 - CORRELATION ** 2) * source.normal(), ...seen]
    })
  const test = ({ persons, covariates, effect }: Scenario): EffectTest => {
    const arms = persons.map((n, arm) => crossMoments(rows(n, covariates, arm === 1 ? effect : 0)))
    return answered(ancovaContrast(answered(fitAncova(arms)), 0, 1, ALPHA))
  }
  const null1 = { name: '1 covariate, 15 and 20 persons', persons: [15, 20], covariates: 1, effect: 0 }
  const null3 = { name: '3 covariates, 3 arms of 30 persons', persons: [30, 30, 30], covariates: 3, effect: 0 }
  const real3 = { ...null3, effect: 0.5 }
  const sigma = Math.sqrt(1 - CORRELATION ** 2)
  const n = answered(sizeTwoMeans({ sigma, delta: 0.25, alpha: ALPHA, power: 0.8 }))
  const planned = {
    name: `planned by sigma sqrt(1 - rho^2), ${n} persons an arm`,
    persons: [n, n],
    covariates: 1,
    effect: 0.25,
  }
  return [
    sizeRow(null1.name, ALPHA, runs, () => test(null1).pValue < ALPHA),
    sizeRow(null3.name, ALPHA, runs, () => test(null3).pValue < ALPHA),
    coverageRow(real3.name, 1 - ALPHA, runs, () => covers(test(real3), real3.effect)),
    powerRow(planned.name, 0.8, runs, () => test(planned).pValue < ALPHA),
  ]
}

function covers({ lower, upper }: EffectTest, effect: number): boolean {
  return lower <= effect && effect <= upper
}

function crossMoments(rows: readonly (readonly number[])[]): CrossMoments {
  const n = rows.length
  const means = rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / n)
  const products = means.flatMap((mean, i) =>
    means.map((other, j) => rows.reduce((sum, row) => sum + (row[i]! - mean) * (row[j]! - other), 0)),
  )
  return { n, means, products }
}
