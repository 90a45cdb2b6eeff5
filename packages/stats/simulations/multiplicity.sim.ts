import { normalSurvival } from '../src/distributions/normal.ts'
import { dunnettCritical } from '../src/dunnett.ts'
import type { MultiplicityMethod } from '../src/multiplicity.ts'
import { adjustPValues } from '../src/multiplicity.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { sizeRow } from './simulation.ts'

const ALPHA = 0.05
const TREATMENTS = 4

/** Chance of any false rejection among comparisons of four treatments with one control. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const statistics = (shift: number) => {
    const control = source.normal()
    return Array.from(
      { length: TREATMENTS },
      (_, i) => (source.normal() - control) / Math.SQRT2 + (i === 0 ? shift : 0),
    )
  }
  const falselyRejects = (method: MultiplicityMethod, shift: number) => () => {
    const p = statistics(shift).map(z => 2 * normalSurvival(Math.abs(z)))
    const adjusted = adjustPValues(p, method)
    return adjusted.slice(shift === 0 ? 0 : 1).some(value => value <= ALPHA)
  }
  const critical = dunnettCritical(new Array(TREATMENTS + 1).fill(1), ALPHA)
  return [
    sizeRow('Bonferroni, no effect', ALPHA, runs, falselyRejects('bonferroni', 0)),
    sizeRow('Holm, one real effect', ALPHA, runs, falselyRejects('holm', 4)),
    sizeRow('Hochberg, no effect', ALPHA, runs, falselyRejects('hochberg', 0)),
    sizeRow('Benjamini-Hochberg, no effect', ALPHA, runs, falselyRejects('benjamini_hochberg', 0)),
    sizeRow('Dunnett, no effect', ALPHA, runs, () => statistics(0).some(z => Math.abs(z) > critical)),
  ]
}
