import { bucketRanges, chooseArm, hashToUnit } from '@verdict/sdk'
import { Type } from 'typebox'
import { oneOfNumbers, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import type { Computation } from '../../jobs/computation.ts'

export const AssignmentPreviewRequest = record('AssignmentPreviewRequest', {
  seed: Type.String({ minLength: 1, maxLength: 200 }),
  num_variations: Type.Integer({ minimum: 2, maximum: 10 }),
  coverage: withDefault(Type.Number({ minimum: 0, maximum: 1 }), 1),
  weights: optional(Type.Array(Type.Number())),
  sample_size: withDefault(Type.Integer({ minimum: 1, maximum: 100_000 }), 1000),
  user_id_prefix: withDefault(Type.String({ maxLength: 80 }), 'user-'),
  hash_version: withDefault(oneOfNumbers(1, 2), 2),
})

type Body = ParsedOf<typeof AssignmentPreviewRequest>

const SHOWN = 25

/** How many users each arm gets, and the first of them. */
export interface AssignmentPreview {
  readonly sample_size: number
  readonly in_experiment_fraction: number
  readonly distribution: readonly {
    readonly variation_index: number
    readonly count: number
    readonly fraction: number
  }[]
  readonly sample_assignments: readonly { readonly user_id: string; readonly variation_index: number }[]
}

export const previewComputation: Computation<Body, AssignmentPreview> = {
  name: 'assignment_preview',
  // Measured on one core of two, 2026-11-23; a hash takes its time by the letter.
  foreseenMs: ({ sample_size: size, seed, user_id_prefix: prefix }) =>
    2e-4 * size * (1 + (seed.length + prefix.length) / 50),
  run: preview,
}

function preview(body: Body): AssignmentPreview {
  const ranges = bucketRanges({ weights: body.weights, count: body.num_variations, coverage: body.coverage })
  const assignments = Array.from({ length: body.sample_size }, (_, index) => {
    const userId = `${body.user_id_prefix}${index}`
    const unit = hashToUnit({ seed: body.seed, value: userId, hashVersion: body.hash_version })
    return { user_id: userId, variation_index: unit === null ? -1 : chooseArm(unit, ranges) }
  })
  const distribution = distributionOf(assignments.map(({ variation_index: arm }) => arm))
  const outside = distribution.find(({ variation_index: arm }) => arm === -1)?.count ?? 0
  return {
    sample_size: body.sample_size,
    in_experiment_fraction: (body.sample_size - outside) / body.sample_size,
    distribution,
    sample_assignments: assignments.slice(0, SHOWN),
  }
}

// By arm, ascending; an arm that got nobody is left out.
function distributionOf(arms: readonly number[]) {
  const counts = new Map<number, number>()
  for (const arm of arms) counts.set(arm, (counts.get(arm) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([arm, count]) => ({ variation_index: arm, count, fraction: count / arms.length }))
}
