import { welchTest } from '../src/means/welch.ts'
import { momentsOf } from '../src/moments.ts'
import { sizeForSplit } from '../src/planning/size-for-split.ts'
import { sizeTwoMeans } from '../src/planning/two-means.ts'
import { powerTwoProportions, sizeTwoProportions } from '../src/planning/two-proportions.ts'
import { pooledZTest } from '../src/proportions/pooled-z.ts'
import { answered } from '../testing/answered.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow } from './simulation.ts'

const ALPHA = 0.05

/** Power reached at the planned sizes. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const even = [
    { baseline: 0.05, treatment: 0.06, power: 0.8 },
    { baseline: 0.2, treatment: 0.24, power: 0.9 },
    { baseline: 0.5, treatment: 0.45, power: 0.7 },
    { baseline: 0.01, treatment: 0.012, power: 0.8 },
  ].map(({ baseline, treatment, power }) => {
    const n = answered(sizeTwoProportions({ baseline, treatment, alpha: ALPHA, power }))
    const scenario = `rates ${baseline} and ${treatment}, ${n} persons an arm`
    return powerRow(scenario, power, runs, () => ratesDiffer(source, [baseline, treatment], [n, n]))
  })
  const { sizes } = sizeForSplit({
    split: [70, 30],
    power: 0.8,
    startTotal: 10_000,
    powerAt: (controlN, treatmentN) =>
      powerTwoProportions({ baseline: 0.1, treatment: 0.115, alpha: ALPHA, controlN, treatmentN }),
  })
  const meanN = answered(sizeTwoMeans({ sigma: 2, delta: 0.4, alpha: ALPHA, power: 0.8 }))
  return [
    ...even,
    powerRow(`rates 0.1 and 0.115, split 70/30, ${sizes.join(' and ')} persons`, 0.8, runs, () =>
      ratesDiffer(source, [0.1, 0.115], [sizes[0]!, sizes[1]!]),
    ),
    powerRow(`normal means, ${meanN} persons an arm`, 0.8, runs, () => {
      const draw = (mean: number) => momentsOf(Float64Array.from({ length: meanN }, () => mean + 2 * source.normal()))
      return answered(welchTest(draw(0), draw(0.4), ALPHA)).pValue < ALPHA
    }),
  ]
}

function ratesDiffer(source: RandomSource, rates: readonly [number, number], n: readonly [number, number]): boolean {
  const test = pooledZTest(
    { n: n[0], successes: source.binomial(n[0], rates[0]) },
    { n: n[1], successes: source.binomial(n[1], rates[1]) },
    ALPHA,
  )
  return test.ok && test.value.pValue < ALPHA
}
