export type { AssignInput, Assignment, ExperimentConfig } from './assign.ts'
export { assign } from './assign.ts'
export type { BucketRange } from './bucket-ranges.ts'
export { bucketRanges } from './bucket-ranges.ts'
export { chooseArm } from './choose-arm.ts'
export type { Client } from './client.ts'
export { createClient } from './client.ts'
export type {
  AssignOptions,
  Change,
  ClientAssignment,
  ClientOptions,
  EvaluateOptions,
  EvaluatorOptions,
  TrackOptions,
  User,
} from './client-options.ts'
export { equalWeights } from './equal-weights.ts'
export type { Evaluator } from './evaluator.ts'
export { createEvaluator } from './evaluator.ts'
export type { ExperimentDefinition, ExperimentKey, ExperimentMap, VariationOf } from './experiment-map.ts'
export { fnv32a } from './fnv32a.ts'
export { hashToUnit } from './hash-to-unit.ts'
export type { Namespace } from './is-in-namespace.ts'
export { isInNamespace } from './is-in-namespace.ts'
export type { Attributes, TargetingRule, TargetingScalar } from './matches-targeting.ts'
export { matchesTargeting } from './matches-targeting.ts'
export type { FetchAnswer, FetchRequest, KeyValueStorage, PageTarget, Platform } from './platform.ts'
export type { Drop, EventKind, QueuedEvent } from './queued-event.ts'
export { variationFromQuery } from './variation-from-query.ts'
