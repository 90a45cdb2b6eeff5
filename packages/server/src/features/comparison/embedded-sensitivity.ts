import type { Static } from 'typebox'
import { parserOf } from '../../http/validation.ts'
import { sensitivityComputation } from '../planning/sensitivity-computation.ts'
import { type SensitivityGrid, SensitivityRequest, type SensitivityResponse } from '../planning/sensitivity-schema.ts'
import type { ComparedProject } from './compared-project.ts'

const EFFECTS = [0.1, 0.5, 1, 2, 5]
const POWERS = [0.7, 0.8, 0.9, 0.95]

/** Sizes around the plan of a run, 20 at most; null for a metric without such a grid, or a run whose plan has no sizes. */
export function embeddedSensitivity({ project, run }: ComparedProject): Static<typeof SensitivityResponse> | null {
  const { calculation_summary: plan, results } = run.analysis.calculations
  if (plan.metric_type !== 'binary' && plan.metric_type !== 'continuous') return null
  const isBinary = plan.metric_type === 'binary'
  const effect = isBinary ? plan.mde_pct : plan.mde_absolute
  const grid = parsedGrid({
    metric_type: plan.metric_type,
    ...(isBinary
      ? { baseline_rate: plan.baseline_value * 100 }
      : { baseline_mean: plan.baseline_value, std_dev: project.payload.metrics.std_dev }),
    variants: project.payload.setup.variants_count,
    alpha: plan.alpha,
    daily_traffic: results.effective_daily_traffic,
    mde_values: nearest(EFFECTS, effect, 5),
    power_values: nearest(POWERS, plan.power, 4),
  })
  if (grid === null || (!isBinary && grid.std_dev === null)) return null
  const cells = grid.mde_values.flatMap(mde => cellsOf({ ...grid, mde_values: [mde] }))
  return { cells, current_mde: effect, current_power: plan.power }
}

const parse = parserOf(SensitivityRequest, 'body')

// A run is what a client sent, so its plan may be none.
function parsedGrid(grid: object): SensitivityGrid | null {
  try {
    return parse(grid) as SensitivityGrid
  } catch {
    return null
  }
}

function cellsOf(grid: SensitivityGrid) {
  const result = sensitivityComputation.run(grid, () => undefined)
  return result.ok ? result.cells : []
}

function nearest(values: readonly number[], current: number, count: number): readonly number[] {
  const all = [...new Set([...values, current])]
  const byDistance = all.sort((a, b) => Math.abs(a - current) - Math.abs(b - current) || a - b)
  return byDistance.slice(0, count).sort((a, b) => a - b)
}
