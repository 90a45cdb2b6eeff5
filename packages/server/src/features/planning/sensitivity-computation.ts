import { parserOf } from '../../http/validation.ts'
import type { Computation } from '../../jobs/computation.ts'
import { calculate } from './calculation.ts'
import { type CalculationPlan, CalculationRequest } from './calculation-schema.ts'
import type { SensitivityGrid } from './sensitivity-schema.ts'

/** Sizes over a grid, or the first cell without a finite one. */
export type SensitivityCells =
  | { readonly ok: true; readonly cells: readonly Cell[] }
  | { readonly ok: false; readonly failedAt: { readonly mde: number; readonly power: number } }

interface Cell {
  readonly mde: number
  readonly power: number
  readonly sample_size_per_variant: number
  readonly duration_days: number
}

export const sensitivityComputation: Computation<SensitivityGrid, SensitivityCells> = {
  name: 'sensitivity',
  // Measured on one core of two, 2026-11-23.
  foreseenMs: ({ mde_values: mdes, power_values: powers }) => 0.05 * mdes.length * powers.length,
  run: sizesOf,
}

function sizesOf(grid: SensitivityGrid): SensitivityCells {
  const cells: Cell[] = []
  for (const mde of grid.mde_values) {
    for (const power of grid.power_values) {
      const calculation = calculate(planOf(grid, mde, power))
      if (!calculation.ok) return { ok: false, failedAt: { mde, power } }
      const { sizePerVariant, days } = calculation.value
      cells.push({ mde, power, sample_size_per_variant: sizePerVariant, duration_days: days })
    }
  }
  return { ok: true, cells }
}

const parse = parserOf(CalculationRequest, 'body')

// The plan of one cell. Traffic and split may have fractions here, so they are put in after the schema filled the rest.
function planOf(grid: SensitivityGrid, mde: number, power: number): CalculationPlan {
  const baseline = grid.metric_type === 'binary' ? grid.baseline_rate! / 100 : grid.baseline_mean!
  const isRelative = grid.metric_type === 'binary' || grid.metric_type === 'count'
  const plan = parse({
    metric_type: grid.metric_type,
    baseline_value: baseline,
    std_dev: isRelative ? null : grid.std_dev,
    exposure_per_user: grid.metric_type === 'count' ? grid.exposure_per_user : null,
    dispersion: grid.dispersion,
    mde_pct: isRelative ? mde : (100 * mde) / baseline,
    alpha: grid.alpha,
    power,
    expected_daily_traffic: 1,
    audience_share_in_test: grid.audience_share,
    traffic_split: Array(grid.variants).fill(1),
    variants_count: grid.variants,
    direction: grid.direction,
  }) as CalculationPlan
  const split = grid.traffic_split ?? plan.traffic_split
  return { ...plan, expected_daily_traffic: grid.daily_traffic, traffic_split: split }
}
