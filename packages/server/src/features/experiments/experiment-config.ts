import type { ExperimentConfig } from '@verdict/sdk'
import type { Project } from '../projects/project.ts'

/** What assignment needs to know of an experiment: its seed is its id. */
export function experimentConfig({
  id,
  payload: { setup, constraints },
}: Pick<Project, 'id' | 'payload'>): ExperimentConfig {
  const total = setup.traffic_split.reduce((sum, part) => sum + part, 0)
  const { namespace } = setup
  return {
    seed: id,
    weights: setup.traffic_split.map(part => part / total),
    coverage: 1 - (constraints.holdout_fraction ?? 0),
    namespace:
      namespace === null
        ? null
        : { id: namespace.id, rangeStart: namespace.range_start, rangeEnd: namespace.range_end },
    targetingRules: setup.targeting_rules,
  }
}
