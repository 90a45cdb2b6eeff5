import type { Quarter } from '../event-store.ts'
import type { Person } from './persons.ts'

const CUTS = [0.25, 0.5, 0.75]

/** The quarters of a covariate over the persons who have it: cut after the value that a quarter of them do not exceed. */
export function quartersOf(population: readonly Person[], covariate: string | null): readonly Quarter[] {
  if (covariate === null) return []
  const values = population.flatMap(({ covariates }) => covariates.get(covariate) ?? []).sort((a, b) => a - b)
  const cuts = values.length === 0 ? [] : CUTS.map(share => values[Math.ceil(share * values.length) - 1]!)
  const ends = [...new Set([...cuts, ...values.slice(-1)])]
  return ends.map((greatest, index) => ({
    least: values.find(value => index === 0 || value > ends[index - 1]!)!,
    greatest,
  }))
}

/** The number of the quarter that the value lies in. */
export function quarterOf(value: number, quarters: readonly Quarter[]): number {
  return quarters.findIndex(({ greatest }) => value <= greatest)
}
