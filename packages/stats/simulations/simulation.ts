/** What a simulation says about a method in one scenario. */
export interface SimulationRow {
  readonly scenario: string
  readonly measure: 'size' | 'power' | 'coverage'
  readonly nominal: number
  readonly estimate: number
  /** standard deviation of the estimate if the nominal value were true */
  readonly monteCarloError: number
  readonly pass: boolean
}

export interface SimulationInput {
  readonly runs: number
  readonly seed: number
}

export type Simulation = (input: SimulationInput) => SimulationRow[]

/** A part of the runs, for what takes long; in a full version 10,000 at least. */
export function someRuns(runs: number, part: number): number {
  const some = Math.ceil(runs * part)
  return runs < 10_000 ? some : Math.max(10_000, some)
}

const COVERAGE_SLACK = 0.005

/** Share of rejections under no effect; passes up to the nominal level plus three Monte Carlo errors. */
export function sizeRow(scenario: string, nominal: number, runs: number, rejects: () => boolean): SimulationRow {
  const estimate = shareOf(runs, rejects)
  const monteCarloError = errorOf(nominal, runs)
  return {
    scenario,
    measure: 'size',
    nominal,
    estimate,
    monteCarloError,
    pass: estimate <= nominal + 3 * monteCarloError,
  }
}

/** Share of intervals that hold the truth; passes down to nominal less half a point and three Monte Carlo errors. */
export function coverageRow(scenario: string, nominal: number, runs: number, covers: () => boolean): SimulationRow {
  const estimate = shareOf(runs, covers)
  const monteCarloError = errorOf(nominal, runs)
  const least = nominal - COVERAGE_SLACK - 3 * monteCarloError
  return { scenario, measure: 'coverage', nominal, estimate, monteCarloError, pass: estimate >= least }
}

/** Share of rejections under the designed effect; passes within three Monte Carlo errors of the design. */
export function powerRow(scenario: string, nominal: number, runs: number, rejects: () => boolean): SimulationRow {
  const estimate = shareOf(runs, rejects)
  const monteCarloError = errorOf(nominal, runs)
  const pass = Math.abs(estimate - nominal) <= 3 * monteCarloError
  return { scenario, measure: 'power', nominal, estimate, monteCarloError, pass }
}

function shareOf(runs: number, happens: () => boolean): number {
  let count = 0
  for (let run = 0; run < runs; run += 1) if (happens()) count += 1
  return count / runs
}

function errorOf(share: number, runs: number): number {
  return Math.sqrt((share * (1 - share)) / runs)
}
