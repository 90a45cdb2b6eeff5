import {
  adjustPValues,
  clusterRobustTest,
  type EffectTest,
  type Inference,
  pooledZTest,
  welchTest,
} from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, momentsByArm } from './arm-moments.ts'
import { clusterArms, isClusterDesign } from './cluster-tests.ts'
import { rateOf } from './primary-test.ts'

export type SecondaryMetric = Project['payload']['metrics']['secondary_metric_specs'][number]

/** A secondary metric of one arm against control, unrounded and in natural units. */
export interface SecondaryComparison {
  readonly treatmentIndex: number
  readonly test: Inference<EffectTest>
  /** Over all metrics and arms that can be tested; null where this one can not. */
  readonly adjustedP: number | null
}

export interface SecondaryFinding {
  readonly metric: SecondaryMetric
  readonly comparisons: readonly SecondaryComparison[]
}

/** The metrics beside the primary one: as they are specified, else a sum per person that shall rise. */
export function secondaryMetrics({ payload: { metrics } }: Project): readonly SecondaryMetric[] {
  const specified = new Set(metrics.secondary_metric_specs.map(({ name }) => name))
  const named = [...new Set(metrics.secondary_metrics)].filter(name => name !== '' && !specified.has(name))
  return [
    ...metrics.secondary_metric_specs,
    ...named.map(name => ({ name, metric_type: 'continuous', direction: 'increase' }) as const),
  ]
}

/** Tests every secondary metric of every arm; never part of the verdict. `first` is the index of the first among the metrics read. */
export function testSecondary(project: Project, readout: Readout, first: number): readonly SecondaryFinding[] {
  const { metrics, setup } = project.payload
  const tested = secondaryMetrics(project).map((metric, index) => {
    if (isClusterDesign(project)) return { metric, tests: clusterTests(project, readout, first + index) }
    const arms = momentsByArm(readout.cells, setup.variants_count, first + index)
    return {
      metric,
      tests: arms.slice(1).map(treatment => compareSecondary(metric.metric_type, arms[0]!, treatment, metrics.alpha)),
    }
  })
  const adjusted = adjustAll(
    project,
    tested.flatMap(({ tests }) => tests),
  )
  let next = 0
  return tested.map(({ metric, tests }) => ({
    metric,
    comparisons: tests.map((test, index) => ({ treatmentIndex: index + 1, test, adjustedP: adjusted[next++]! })),
  }))
}

function clusterTests(project: Project, readout: Readout, metric: number): readonly Inference<EffectTest>[] {
  const [control, ...treatments] = clusterArms(project, readout, metric)
  return treatments.map(treatment => clusterRobustTest(control!, treatment, project.payload.metrics.alpha))
}

/** Rates by the pooled z test, sums by Welch's. */
export function compareSecondary(
  metricType: string,
  control: ArmMoments,
  treatment: ArmMoments,
  alpha: number,
): Inference<EffectTest> {
  return metricType === 'binary'
    ? pooledZTest(rateOf(control), rateOf(treatment), alpha)
    : welchTest(control.outcome, treatment.outcome, alpha)
}

function adjustAll({ payload }: Project, tests: readonly Inference<EffectTest>[]): readonly (number | null)[] {
  const known = tests.flatMap(test => (test.ok ? [test.value.pValue] : []))
  const adjusted = adjustPValues(known, payload.decision_policy.secondary_adjustment)
  let next = 0
  return tests.map(test => (test.ok ? adjusted[next++]! : null))
}
