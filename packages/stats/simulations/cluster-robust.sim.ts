import { crossMomentsOf } from '../src/cross-moments.ts'
import { clusterRobustTest } from '../src/means/cluster-robust.ts'
import { answered } from '../testing/answered.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const EFFECT = 0.3

/** Persons of a cluster share a level of spread 1 beside their own spread 2; sizes from 5 to 14. */
function arm(source: RandomSource, clusters: number, effect: number) {
  const sizes = Array.from({ length: clusters }, () => 5 + Math.floor(10 * source.uniform()))
  const sums = sizes.map(n => n * (effect + source.normal()) + 2 * Math.sqrt(n) * source.normal())
  return crossMomentsOf([sums, sizes])
}

/** Size and coverage of the cluster-robust test with some dozens of clusters. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  return [40, 100].flatMap(clusters => {
    const test = (effect: number) =>
      answered(clusterRobustTest(arm(source, clusters, 0), arm(source, clusters, effect), ALPHA))
    return [
      sizeRow(`${clusters} clusters an arm, correlation 0.2`, ALPHA, runs, () => test(0).pValue < ALPHA),
      coverageRow(`${clusters} clusters an arm, correlation 0.2`, 1 - ALPHA, runs, () => {
        const { lower, upper } = test(EFFECT)
        return lower <= EFFECT && EFFECT <= upper
      }),
    ]
  })
}
