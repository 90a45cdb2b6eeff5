import { adjustPValues, heterogeneityTest } from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import { adjustedComparison } from './adjusted-comparison.ts'
import {
  armsOfCells,
  compareReading,
  type MetricReading,
  type PlainComparison,
  scaleOf,
  whyNotCompared,
} from './metric-reading.ts'
import { type SliceBy, type SliceCells, sliceCells } from './slice-cells.ts'
import type { Slices } from './slices-schema.ts'

type Block = Slices['slices'][number]

/** More are listed without comparisons: so many tests say nothing. */
const MOST_SLICES = 200

interface Sliced {
  readonly slice: SliceCells
  readonly arms: ReturnType<typeof armsOfCells>
  readonly comparisons: readonly PlainComparison[]
}

/** The effect within each slice of the persons, and whether the slices differ; never part of the verdict. */
export function slices(
  project: Project,
  metric: MetricReading,
  readout: Readout,
  { by, text }: { readonly by: SliceBy; readonly text: string },
  { words }: Speech,
): Slices {
  const split = sliceCells(readout, by)
  const reason = whyNotCompared(project, metric) ?? (split.length > MOST_SLICES ? 'too_many' : null)
  const sliced = split.map((slice): Sliced => {
    const arms = armsOfCells(project, { ...readout, cells: slice.cells }, metric)
    return { slice, arms, comparisons: reason === null ? compareReading(project, metric, arms) : [] }
  })
  const { secondary_adjustment: method } = project.payload.decision_policy
  const known = sliced.flatMap(({ comparisons }) =>
    comparisons.flatMap(({ test }) => (test.ok ? [test.value.pValue] : [])),
  )
  const adjusted = adjustPValues(known, method)[Symbol.iterator]()
  return {
    experiment_id: project.id,
    metric: metric.name,
    metric_type: metric.metricType,
    by: text,
    not_compared: reason,
    data_version: readout.dataVersion,
    slices: sliced.map(each => sliceBlock(each, metric, adjusted)),
    interactions: reason === null ? interactions(project, sliced) : [],
    multiplicity: reason === null ? { method, tests: known.length, note: words.readout.slices } : null,
  }
}

function sliceBlock({ slice, arms, comparisons }: Sliced, metric: MetricReading, adjusted: Iterator<number>): Block {
  return {
    key: slice.key,
    least: slice.quarter === null ? null : slice.quarter.least,
    greatest: slice.quarter === null ? null : slice.quarter.greatest,
    exposed_users: arms.reduce((sum, { outcome }) => sum + outcome.n, 0),
    arms: arms.map(({ arm, outcome }) => ({
      variation_index: arm,
      exposed_users: outcome.n,
      value: outcome.n === 0 ? null : roundOrNull(outcome.mean, 6),
    })),
    comparisons: comparisons.map(({ treatment, test }) => {
      const adjustedP = test.ok ? adjusted.next().value : null
      return adjustedComparison({ treatmentIndex: treatment.arm, test, adjustedP }, scaleOf(metric), metric.alpha)
    }),
  }
}

/** By treatment arm: do the effects differ over the slices in which both arms can be judged? */
function interactions(project: Project, sliced: readonly Sliced[]): Slices['interactions'] {
  return Array.from({ length: project.payload.setup.variants_count - 1 }, (_, index) => {
    const estimates = sliced.flatMap(({ comparisons }) => estimateOf(comparisons[index]!))
    const test = heterogeneityTest(estimates)
    const found = test.ok ? test.value : null
    return {
      treatment_index: index + 1,
      slices: estimates.length,
      statistic: found === null ? null : round(found.statistic, 4),
      degrees_of_freedom: found === null ? null : found.degreesOfFreedom,
      p_value: found === null ? null : round(found.pValue, 6),
      p_value_log10: found === null ? null : round(found.pValueLog10, 6),
      inconsistency: found === null ? null : round(found.inconsistency, 4),
    }
  })
}

// The spread of the difference by its own arms: a pooled test's error holds under equality only.
function estimateOf({ control, treatment }: PlainComparison) {
  const variances = [control, treatment].map(({ outcome: { n, m2 } }) => (n < 2 ? 0 : m2 / (n - 1) / n))
  const variance = variances[0]! + variances[1]!
  const isKnown = control.outcome.n >= 2 && treatment.outcome.n >= 2 && variance > 0
  return isKnown ? [{ effect: treatment.outcome.mean - control.outcome.mean, variance }] : []
}
