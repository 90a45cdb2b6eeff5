import { bucketRanges } from '@verdict/sdk'
import { experimentConfig } from '../experiments/experiment-config.ts'
import type { Project } from '../projects/project.ts'

/** The hash that `assign` uses unless a call asks for another. */
export const HASH_VERSION = 2

/** What an application needs to assign by itself: neither names nor texts of the design, since browsers read it. */
export function sdkExperiment(project: Project) {
  const { seed, weights, coverage } = experimentConfig(project)
  const { setup, constraints } = project.payload
  return {
    id: project.id,
    seed,
    hashVersion: HASH_VERSION,
    weights,
    coverage,
    holdout_fraction: constraints.holdout_fraction ?? 0,
    ranges: bucketRanges({ weights, count: weights.length, coverage }),
    namespace: setup.namespace,
    targeting_rules: setup.targeting_rules,
  }
}
