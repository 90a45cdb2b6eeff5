/** Counts of simulated bandits: whole numbers, so that parts merge exactly, in any order. */
export interface BanditRun {
  readonly rates: readonly number[]
  readonly horizon: number
  readonly simulations: number
  /** pulls of all simulations by checkpoint, then arm; the last checkpoint is the horizon */
  readonly pullsAt: readonly number[]
  /** simulations whose most-pulled arm (the first of equals) is the best (the first of equals) */
  readonly mostPulledIsBest: number
}

/** Regret is the sum over pulls of the best rate less the rate of the arm pulled; the mean over simulations. */
export interface RegretPoint {
  readonly step: number
  readonly banditCumulativeRegret: number
  /** of pulling all arms equally often */
  readonly uniformCumulativeRegret: number
}

export interface BanditResult {
  /** mean share of the pulls that went to each arm */
  readonly armAllocation: readonly number[]
  readonly bestArmIndex: number
  readonly bestArmAllocation: number
  readonly probabilityBestArm: number
  readonly finalBanditRegret: number
  readonly finalUniformRegret: number
  readonly regretCurve: readonly RegretPoint[]
  readonly simulations: number
  readonly horizon: number
}

const CURVE_POINTS = 40

/** Steps at which regret is told: all up to 40, else 40 evenly spaced from 1 to the horizon, rounded. */
export function checkpointsOf(horizon: number): number[] {
  if (horizon <= CURVE_POINTS) return Array.from({ length: horizon }, (_, i) => i + 1)
  const steps = Array.from({ length: CURVE_POINTS }, (_, i) => Math.round(1 + (i * (horizon - 1)) / (CURVE_POINTS - 1)))
  return [...new Set(steps)]
}

/** The run of all simulations of both. Throws a RangeError where they are not of the same bandit. */
export function mergeBanditRuns(first: BanditRun, second: BanditRun): BanditRun {
  const isSame =
    first.horizon === second.horizon &&
    first.rates.length === second.rates.length &&
    first.rates.every((rate, i) => rate === second.rates[i])
  if (!isSame) throw new RangeError('only runs of the same bandit can be merged')
  return {
    ...first,
    simulations: first.simulations + second.simulations,
    pullsAt: first.pullsAt.map((pulls, i) => pulls + second.pullsAt[i]!),
    mostPulledIsBest: first.mostPulledIsBest + second.mostPulledIsBest,
  }
}

/** What a run says: allocation, regret, and how often the best arm comes out on top. */
export function banditResult({ rates, horizon, simulations, pullsAt, mostPulledIsBest }: BanditRun): BanditResult {
  const best = Math.max(...rates)
  const meanGap = rates.reduce((sum, rate) => sum + (best - rate), 0) / rates.length
  const meanPulls = (point: number, arm: number) => pullsAt[point * rates.length + arm]! / simulations
  const regretCurve = checkpointsOf(horizon).map((step, point) => ({
    step,
    banditCumulativeRegret: rates.reduce((sum, rate, arm) => sum + (best - rate) * meanPulls(point, arm), 0),
    uniformCumulativeRegret: meanGap * step,
  }))
  const armAllocation = rates.map((_, arm) => meanPulls(regretCurve.length - 1, arm) / horizon)
  const bestArmIndex = rates.indexOf(best)
  return {
    armAllocation,
    bestArmIndex,
    bestArmAllocation: armAllocation[bestArmIndex]!,
    probabilityBestArm: mostPulledIsBest / simulations,
    finalBanditRegret: regretCurve.at(-1)!.banditCumulativeRegret,
    finalUniformRegret: meanGap * horizon,
    regretCurve,
    simulations,
    horizon,
  }
}
