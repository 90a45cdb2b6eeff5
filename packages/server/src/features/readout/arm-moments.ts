import { type CrossMoments, type Moments, mergeCrossMoments, mergeMoments } from '@verdict/stats'
import type { Readout, ReadoutCell } from '../../event-store/event-store.ts'

/** A metric of one arm, or of one arm in one stratum. */
export interface ArmMoments {
  readonly arm: number
  readonly converted: number
  readonly outcome: Moments
}

/** A metric (0 is the primary one) by arm, over all persons; index = arm. */
export function momentsByArm(cells: readonly ReadoutCell[], armCount: number, metric = 0): readonly ArmMoments[] {
  return Array.from({ length: armCount }, (_, arm) => mergeArm(cells, arm, metric))
}

export interface StratumMoments {
  readonly stratum: string
  readonly arms: readonly ArmMoments[]
}

/** The primary metric by stratum and arm; persons without a stratum are left out. */
export function momentsByStratum(cells: readonly ReadoutCell[], armCount: number): readonly StratumMoments[] {
  const byStratum = new Map<string, ReadoutCell[]>()
  for (const cell of cells) {
    if (cell.stratum === null) continue
    const known = byStratum.get(cell.stratum)
    if (known) known.push(cell)
    else byStratum.set(cell.stratum, [cell])
  }
  return [...byStratum]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stratum, members]) => ({ stratum, arms: momentsByArm(members, armCount) }))
}

/** [outcome, covariates...] by arm, over persons with every covariate; index = arm. */
export function crossMomentsByArm(readout: Readout, armCount: number): readonly CrossMoments[] {
  const size = readout.covariates.length + 1
  const empty: CrossMoments = { n: 0, means: zeros(size), products: zeros(size * size) }
  return Array.from({ length: armCount }, (_, arm) =>
    readout.cells.reduce(
      (sum, cell) => (cell.arm === arm && cell.crossed !== null ? mergeCrossMoments(sum, cell.crossed) : sum),
      empty,
    ),
  )
}

function mergeArm(cells: readonly ReadoutCell[], arm: number, metric: number): ArmMoments {
  const start: ArmMoments = { arm, converted: 0, outcome: { n: 0, mean: 0, m2: 0 } }
  return cells
    .filter(cell => cell.arm === arm)
    .reduce((sum, cell) => {
      const { converted, outcome } = cell.metrics[metric]!
      return { arm, converted: sum.converted + converted, outcome: mergeMoments(sum.outcome, outcome) }
    }, start)
}

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0)
}
