import { crossMomentsOf } from '../src/cross-moments.ts'
import { fiellerInterval } from '../src/ratios/fieller.ts'
import { ratioTest } from '../src/ratios/ratio-test.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Clicks per page view: size and coverage of the delta method, coverage of Fieller's interval of one arm. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const arm = (n: number, rate: number) => {
    const views = Float64Array.from({ length: n }, () => 1 + source.poisson(4 * -Math.log(source.uniform())))
    return crossMomentsOf([views.map(view => source.binomial(view, rate)), views])
  }
  const test = (n: number, rates: readonly [number, number]) =>
    answered(ratioTest(arm(n, rates[0]), arm(n, rates[1]), ALPHA))
  return [
    sizeRow('rate 0.2, 400 persons an arm', ALPHA, runs, () => test(400, [0.2, 0.2]).pValue < ALPHA),
    coverageRow('rates 0.2 and 0.25, 100 persons an arm', 1 - ALPHA, runs, () => {
      const { lower, upper } = test(100, [0.2, 0.25])
      return lower <= 0.05 && 0.05 <= upper
    }),
    coverageRow('Fieller, rate 0.2, 100 persons', 1 - ALPHA, runs, () => {
      const { n, means, products } = arm(100, 0.2)
      const [yy, yx, , xx] = products.map(product => product / (n - 1) / n)
      const { lower, upper } = answered(
        fiellerInterval(
          {
            numerator: means[0]!,
            denominator: means[1]!,
            numeratorVariance: yy!,
            denominatorVariance: xx!,
            covariance: yx!,
            degreesOfFreedom: n - 1,
          },
          ALPHA,
        ),
      )
      return lower <= 0.2 && 0.2 <= upper
    }),
  ]
}
