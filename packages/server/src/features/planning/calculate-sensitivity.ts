import { badRequest, type Issue } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { parserOf } from '../../http/validation.ts'
import { ruleBroken, splitIssues } from '../projects/design-rules.ts'
import { calculate } from './calculation.ts'
import { type CalculationPlan, CalculationRequest } from './calculation-schema.ts'
import { type SensitivityGrid, SensitivityRequest, SensitivityResponse } from './sensitivity-schema.ts'

const MOST_CELLS = 400

export const calculateSensitivity = route({
  method: 'POST',
  path: '/api/v1/sensitivity',
  operationId: 'calculateSensitivity',
  tag: 'planning',
  summary: 'Sizes over a grid of effects and powers',
  description:
    'Effects are percent of a rate, or absolute units of a mean. One cell without a finite size refuses the whole.',
  scope: 'read',
  body: SensitivityRequest,
  example: { metric_type: 'binary', baseline_rate: 4.2, mde_values: [5, 10], power_values: [0.8, 0.9] },
  rules: [gridIssues],
  responses: { 200: SensitivityResponse },
  errors: [400],
  handle({ body: grid }) {
    const cells = grid.mde_values.flatMap(mde => grid.power_values.map(power => cell(grid, mde, power)))
    return reply(200, { cells, current_mde: null, current_power: null })
  },
})

const parse = parserOf(CalculationRequest, 'body')

function cell(grid: SensitivityGrid, mde: number, power: number) {
  const calculation = calculate(planOf(grid, mde, power))
  if (!calculation.ok) throw badRequest({ key: 'noFiniteSizeAt', values: { mde, power } })
  const { sizePerVariant, days } = calculation.value
  return { mde, power, sample_size_per_variant: sizePerVariant, duration_days: days }
}

// The plan of one cell. Traffic and split may have fractions here, so they are put in after the schema filled the rest.
function planOf(grid: SensitivityGrid, mde: number, power: number): CalculationPlan {
  const isBinary = grid.metric_type === 'binary'
  const baseline = isBinary ? grid.baseline_rate! / 100 : grid.baseline_mean!
  const plan = parse({
    metric_type: grid.metric_type,
    baseline_value: baseline,
    std_dev: isBinary ? null : grid.std_dev,
    mde_pct: isBinary ? mde : (100 * mde) / baseline,
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

function gridIssues(grid: SensitivityGrid): readonly Issue[] {
  const needed = grid.metric_type === 'binary' ? (['baseline_rate'] as const) : (['baseline_mean', 'std_dev'] as const)
  const missing = needed.filter(field => grid[field] === null)
  const cellCount = grid.mde_values.length * grid.power_values.length
  return [
    ...missing.map(field =>
      ruleBroken(['body', field], { key: 'metricNeeds', values: { type: grid.metric_type, field } }),
    ),
    ...(grid.traffic_split === null ? [] : splitIssues(grid.traffic_split, grid.variants, ['body'])),
    ...(cellCount > MOST_CELLS
      ? [ruleBroken(['body', 'mde_values'], { key: 'tooManyCells', values: { cells: cellCount, most: MOST_CELLS } })]
      : []),
  ]
}
