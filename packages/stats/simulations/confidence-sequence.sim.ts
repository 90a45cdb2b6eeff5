import { confidenceSequence } from '../src/sequential/confidence-sequence.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const LOOKS = 60

/** Chance of ever crossing, and of always holding the truth, with a reader at every look. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const holds = (control: number, treatment: number, batch: number, side: 'both' | 'lower') => () => {
    let [xc, xt] = [0, 0]
    for (let look = 1; look <= LOOKS; look += 1) {
      xc += source.binomial(batch, control)
      xt += source.binomial(batch, treatment)
      const n = look * batch
      const [pc, pt] = [xc / n, xt / n]
      const test = confidenceSequence({
        effect: pt - pc,
        standardError: Math.sqrt((pc * (1 - pc) + pt * (1 - pt)) / n),
        n: 2 * n,
        alpha: ALPHA,
        tightestAt: 5000,
        side,
      })
      if (test.ok && (test.value.lower > treatment - control || test.value.upper < treatment - control)) return false
    }
    return true
  }
  const crosses = (rate: number, batch: number, side: 'both' | 'lower') => {
    const path = holds(rate, rate, batch, side)
    return () => !path()
  }
  return [
    sizeRow(`rate 0.1, ${LOOKS} looks of 200 persons an arm`, ALPHA, runs, crosses(0.1, 200, 'both')),
    sizeRow(`rate 0.5, ${LOOKS} looks of 50 persons an arm`, ALPHA, runs, crosses(0.5, 50, 'both')),
    sizeRow(`one-sided, rate 0.3, ${LOOKS} looks of 200 persons an arm`, ALPHA, runs, crosses(0.3, 200, 'lower')),
    coverageRow(`rates 0.1 and 0.12, ${LOOKS} looks`, 1 - ALPHA, runs, holds(0.1, 0.12, 200, 'both')),
  ]
}
