import { hazardRatioTest } from '../src/survival/cox.ts'
import { kaplanMeier } from '../src/survival/kaplan-meier.ts'
import { logRankTest } from '../src/survival/log-rank.ts'
import { restrictedMeanTest } from '../src/survival/restricted-mean.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05

/** Exponential times, censored evenly between 0.5 and 2.5 mean times of the control. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const arm = (n: number, hazard: number) => {
    const events: boolean[] = []
    const durations = Float64Array.from({ length: n }, () => {
      const [time, end] = [-Math.log(source.uniform()) / hazard, 0.5 + 2 * source.uniform()]
      events.push(time <= end)
      return Math.min(time, end)
    })
    return { durations, events }
  }
  const rejects = (arms: number, weights: { rho: number; gamma: number }) => () =>
    answered(
      logRankTest(
        Array.from({ length: arms }, () => arm(60, 1)),
        weights,
      ),
    ).pValue < ALPHA
  const ratio = () => answered(hazardRatioTest(arm(80, 1), arm(80, 1.5), ALPHA))
  const mean = (hazard: number) => (1 - Math.exp(-hazard)) / hazard
  const holds = ({ lower, upper }: { lower: number; upper: number }, truth: number) => lower <= truth && truth <= upper
  return [
    sizeRow('log-rank, 2 arms of 60', ALPHA, runs, rejects(2, { rho: 0, gamma: 0 })),
    sizeRow('log-rank, 4 arms of 60', ALPHA, runs, rejects(4, { rho: 0, gamma: 0 })),
    sizeRow('Fleming-Harrington (1, 1), 2 arms of 60', ALPHA, runs, rejects(2, { rho: 1, gamma: 1 })),
    coverageRow('Cox, hazard ratio 1.5, 80 persons an arm', 1 - ALPHA, runs, () => holds(ratio(), Math.log(1.5))),
    sizeRow('proportional hazards, 80 persons an arm', ALPHA, runs, () => ratio().proportionalityP < ALPHA),
    coverageRow('restricted mean to 1, 80 persons an arm', 1 - ALPHA, runs, () =>
      holds(answered(restrictedMeanTest(arm(80, 1), arm(80, 1.5), { horizon: 1, alpha: ALPHA })), mean(1.5) - mean(1)),
    ),
    coverageRow('log-log band at time 0.5, 50 persons', 1 - ALPHA, runs, () => {
      const before = answered(kaplanMeier(arm(50, 1), ALPHA)).steps.filter(step => step.time <= 0.5)
      return holds(before.at(-1) ?? { lower: 1, upper: 1 }, Math.exp(-0.5))
    }),
  ]
}
