import { type CrossMoments, clusterRobustTest, type EffectTest, type Inference } from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { pairedMetric, readoutQuery } from './readout-query.ts'

/** Whether whole clusters were randomized, so that persons of one are no independent evidence. */
export function isClusterDesign({ payload: { setup } }: Project): boolean {
  return setup.randomization_unit === 'cluster'
}

/** The primary metric of each treatment arm by its clusters, in planned units. */
export function primaryClusterTests(
  project: Project,
  readout: Readout,
  alpha: number,
): readonly Inference<EffectTest>[] {
  const { pairedWith } = readoutQuery(project)
  const [control, ...treatments] = clusterArms(project, readout, 0, pairedWith)
  return treatments.map(treatment => clusterRobustTest(control!, treatment, alpha))
}

/** By arm, over clusters: [sum of a metric, persons, or the sum of what it is divided by]. */
export function clusterArms(
  project: Project,
  { clusters }: Readout,
  metric: number,
  pairedWith: number | null = null,
): readonly CrossMoments[] {
  const { setup, metrics } = project.payload
  const isCount = metric === 0 && metrics.metric_type === 'count' && pairedMetric(metrics) === null
  const unit = isCount ? (metrics.exposure_per_user ?? 1) : 1
  return Array.from({ length: setup.variants_count }, (_, arm) => {
    const moments = clusters.find(candidate => candidate.arm === arm)?.moments
    return moments === undefined ? EMPTY : inUnit(pairOf(moments, metric + 1, (pairedWith ?? -1) + 1), unit)
  })
}

const EMPTY: CrossMoments = { n: 0, means: [0, 0], products: [0, 0, 0, 0] }

function pairOf({ n, means, products }: CrossMoments, first: number, second: number): CrossMoments {
  const at = (i: number, j: number) => products[i * means.length + j]!
  return {
    n,
    means: [means[first]!, means[second]!],
    products: [at(first, first), at(first, second), at(second, first), at(second, second)],
  }
}

function inUnit({ n, means, products }: CrossMoments, unit: number): CrossMoments {
  const [yy, yx, xy, xx] = products
  return { n, means: [means[0]! / unit, means[1]!], products: [yy! / unit ** 2, yx! / unit, xy! / unit, xx!] }
}
