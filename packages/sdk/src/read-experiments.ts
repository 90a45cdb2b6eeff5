import type { ExperimentConfig } from './assign.ts'
import type { BucketRange } from './bucket-ranges.ts'
import type { TargetingRule } from './matches-targeting.ts'

/** An experiment of the configuration; a hash version that this code does not know assigns nobody. */
export interface ConfiguredExperiment extends ExperimentConfig {
  readonly hashVersion: number
}

export interface SdkConfiguration {
  readonly version: string
  readonly experiments: ReadonlyMap<string, ConfiguredExperiment>
}

interface WireExperiment {
  readonly id: string
  readonly seed: string
  readonly hashVersion: number
  readonly weights: readonly number[]
  readonly coverage: number
  readonly ranges: readonly BucketRange[]
  readonly namespace: { readonly id: string; readonly range_start: number; readonly range_end: number } | null
  readonly targeting_rules: readonly TargetingRule[]
}

/** The answer of `GET /api/v1/sdk/config`, or the stored copy of it; null when it is something else. */
export function readExperiments(value: unknown): SdkConfiguration | null {
  const { version, experiments } = (value ?? {}) as { version?: unknown; experiments?: unknown }
  if (typeof version !== 'string' || !Array.isArray(experiments) || !experiments.every(isExperiment)) return null
  return { version, experiments: new Map(experiments.map(experiment => [experiment.id, toConfig(experiment)])) }
}

function isExperiment(value: unknown): value is WireExperiment {
  const { id, seed, weights, ranges, targeting_rules } = (value ?? {}) as Partial<WireExperiment>
  return typeof id === 'string' && typeof seed === 'string' && [weights, ranges, targeting_rules].every(Array.isArray)
}

function toConfig({ targeting_rules: targetingRules, namespace, ...experiment }: WireExperiment): ConfiguredExperiment {
  return {
    ...experiment,
    targetingRules,
    namespace: namespace && { id: namespace.id, rangeStart: namespace.range_start, rangeEnd: namespace.range_end },
  }
}
