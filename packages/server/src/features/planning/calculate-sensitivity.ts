import { badRequest, type Issue } from '../../http/errors.ts'
import { route } from '../../http/route.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { ruleBroken, splitIssues } from '../projects/design-rules.ts'
import { sensitivityComputation } from './sensitivity-computation.ts'
import { type SensitivityGrid, SensitivityRequest, SensitivityResponse } from './sensitivity-schema.ts'

const MOST_CELLS = 400

export const calculateSensitivity = route({
  method: 'POST',
  path: '/api/v1/sensitivity',
  operationId: 'calculateSensitivity',
  tag: 'planning',
  summary: 'Sizes over a grid of effects and powers',
  description:
    'Effects are percent of a rate or a count, or absolute units of a mean. One cell without a finite size refuses the whole.',
  scope: 'read',
  body: SensitivityRequest,
  example: { metric_type: 'binary', baseline_rate: 4.2, mde_values: [5, 10], power_values: [0.8, 0.9] },
  rules: [gridIssues],
  responses: { 200: SensitivityResponse, 202: JobResponse },
  errors: [400],
  async handle(request, deps: ComputingDeps) {
    return computedReply(request, deps, sensitivityComputation, request.body, grid => {
      if (!grid.ok) throw badRequest({ key: 'noFiniteSizeAt', values: grid.failedAt })
      return { cells: grid.cells, current_mde: null, current_power: null }
    })
  },
})

const NEEDED = {
  binary: ['baseline_rate'],
  continuous: ['baseline_mean', 'std_dev'],
  ratio: ['baseline_mean', 'std_dev'],
  count: ['baseline_mean'],
} as const

function gridIssues(grid: SensitivityGrid): readonly Issue[] {
  const needed = NEEDED[grid.metric_type]
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
