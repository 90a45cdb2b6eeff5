import { type CrossMoments, linearizedRatio, mergeCrossMoments, type RatioParts } from '@verdict/stats'
import type { Readout, ReadoutCell } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { pairedMetric } from './readout-query.ts'

/**
 * The read-out with its primary metric in the unit that was planned, so that it can be read like any mean: a count per unit of
 * exposure; a ratio, and a count with a metric of its own for the exposure, linearized arm by arm. Others are as they were.
 */
export function inPlannedUnits({ payload: { metrics } }: Project, readout: Readout): Readout {
  if (pairedMetric(metrics) !== null) return { ...readout, cells: linearized(readout.cells, metrics.metric_type) }
  if (metrics.metric_type !== 'count') return readout
  const unit = metrics.exposure_per_user ?? 1
  return { ...readout, cells: readout.cells.map(cell => scaled(cell, unit)) }
}

function linearized(cells: readonly ReadoutCell[], metricType: string): readonly ReadoutCell[] {
  const parts = partsByArm(cells)
  return cells.map(cell => {
    const whole = parts.get(cell.arm)!
    const { n, means, products } = linearizedRatio(cell.paired!, whole)
    const outcome = { n, mean: means[0]!, m2: products[0]! }
    const converted = (metricType === 'ratio' ? cell.metrics.at(-1)! : cell.metrics[0]!).converted
    return {
      ...cell,
      metrics: [{ converted, outcome }, ...cell.metrics.slice(1)],
      crossed: cell.crossed === null ? null : linearizedRatio(cell.crossed, whole),
    }
  })
}

function partsByArm(cells: readonly ReadoutCell[]): ReadonlyMap<number, RatioParts> {
  const merged = new Map<number, CrossMoments>()
  for (const { arm, paired } of cells) {
    const known = merged.get(arm)
    merged.set(arm, known === undefined ? paired! : mergeCrossMoments(known, paired!))
  }
  return new Map(
    [...merged].map(([arm, { means }]) => [arm, { numerator: means[0]!, denominator: means[1]! }] as const),
  )
}

function scaled(cell: ReadoutCell, unit: number): ReadoutCell {
  const { converted, outcome } = cell.metrics[0]!
  const inUnit = { n: outcome.n, mean: outcome.mean / unit, m2: outcome.m2 / unit ** 2 }
  return {
    ...cell,
    metrics: [{ converted, outcome: inUnit }, ...cell.metrics.slice(1)],
    crossed: cell.crossed === null ? null : scaledFirst(cell.crossed, unit),
  }
}

/** Variable 0 in another unit. */
function scaledFirst({ n, means, products }: CrossMoments, unit: number): CrossMoments {
  const size = means.length
  const isFirst = (index: number) => (index === 0 ? unit : 1)
  return {
    n,
    means: means.map((mean, index) => mean / isFirst(index)),
    products: products.map((product, at) => product / isFirst(Math.floor(at / size)) / isFirst(at % size)),
  }
}
