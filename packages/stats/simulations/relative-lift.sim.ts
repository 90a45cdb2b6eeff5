import { relativeLiftDelta, relativeLiftFieller } from '../src/means/relative-lift.ts'
import { momentsOf, sampleVariance } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const LIFT = 0.2

/** Coverage of a relative lift of exponential values by the delta method and by Fieller, and size of the first. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const arm = (n: number, mean: number) => {
    const moments = momentsOf(Float64Array.from({ length: n }, () => -mean * Math.log(source.uniform())))
    return { n, mean: moments.mean, variance: sampleVariance(moments) }
  }
  const holds = ({ lower, upper }: { lower: number; upper: number }) => lower <= LIFT && LIFT <= upper
  const size = sizeRow(
    'delta, exponential, 400 and 400 persons',
    ALPHA,
    runs,
    () => answered(relativeLiftDelta(arm(400, 5), arm(400, 5), ALPHA)).pValue < ALPHA,
  )
  const coverages = [100, 400].flatMap(n => [
    coverageRow(`delta, exponential, ${n} and ${n} persons`, 1 - ALPHA, runs, () =>
      holds(answered(relativeLiftDelta(arm(n, 5), arm(n, 5 * (1 + LIFT)), ALPHA))),
    ),
    coverageRow(`Fieller, exponential, ${n} and ${n} persons`, 1 - ALPHA, runs, () =>
      holds(answered(relativeLiftFieller(arm(n, 5), arm(n, 5 * (1 + LIFT)), ALPHA))),
    ),
  ])
  return [size, ...coverages]
}
