import { type BucketRange, bucketRanges, clampToUnit, effectiveWeights } from './bucket-ranges.ts'
import { chooseArm } from './choose-arm.ts'
import { hashToUnit } from './hash-to-unit.ts'
import { isInNamespace, type Namespace } from './is-in-namespace.ts'
import { type Attributes, matchesTargeting, type TargetingRule } from './matches-targeting.ts'

export interface ExperimentConfig {
  /** The experiment id. */
  readonly seed: string
  /** One fraction an arm, control first. */
  readonly weights: readonly number[]
  /** The fraction of users in the experiment: 1 − holdout fraction. */
  readonly coverage: number
  /** The range of each arm, when they are not to be made from weights and coverage. */
  readonly ranges?: readonly BucketRange[]
  readonly namespace: Namespace | null
  readonly targetingRules: readonly TargetingRule[]
}

export interface AssignInput {
  readonly experiment: ExperimentConfig
  readonly userId: string
  readonly attributes?: Attributes | null
  /** 1 or 2; 2 when left out. A version that this code does not know assigns nobody. */
  readonly hashVersion?: number
  /** The arm of the user's first recorded exposure, −1 for a holdout; null when nothing is recorded. */
  readonly recordedArm?: number | null
}

export interface Assignment {
  /** The index of the arm, control = 0; −1 for none. */
  readonly arm: number
  readonly inExperiment: boolean
  /** Where the user stands in [0, 1), computed even when it did not decide; null without a user id. */
  readonly hash: number | null
  readonly sticky: boolean
  readonly holdout: boolean
  readonly namespaceExcluded: boolean
  readonly targetingExcluded: boolean
  readonly coverage: number
  readonly weights: readonly number[]
  readonly ranges: readonly BucketRange[]
}

/**
 * The arm of one user in one experiment. The first of these that applies decides: the recorded exposure (repeated as it is,
 * even if rules or weights have changed since), the targeting rules, the namespace, the hash. A recorded holdout is outside.
 * Pure: the same input gives the same assignment in a browser, in Node and on the server; nothing is recorded.
 * An empty user id is in no experiment, since all users without an id would share one arm.
 */
export function assign(input: AssignInput): Assignment {
  const { experiment, userId } = input
  const count = experiment.weights.length
  const weights = effectiveWeights(experiment.weights, count)
  const ranges = experiment.ranges ?? bucketRanges({ weights, count, coverage: experiment.coverage })
  const hash =
    userId === '' ? null : hashToUnit({ seed: experiment.seed, value: userId, hashVersion: input.hashVersion ?? 2 })
  const { arm, reason } = decide(input, hash, ranges)
  return {
    arm,
    inExperiment: arm >= 0,
    hash,
    sticky: reason === 'sticky',
    holdout: reason === 'sticky' && arm < 0,
    namespaceExcluded: reason === 'namespace',
    targetingExcluded: reason === 'targeting',
    coverage: clampToUnit(experiment.coverage),
    weights,
    ranges,
  }
}

interface Verdict {
  readonly arm: number
  readonly reason: 'sticky' | 'targeting' | 'namespace' | 'hash'
}

function decide(input: AssignInput, hash: number | null, ranges: readonly BucketRange[]): Verdict {
  const { experiment, userId } = input
  const recordedArm = input.recordedArm ?? null
  if (recordedArm !== null) return { arm: recordedArm, reason: 'sticky' }
  if (!matchesTargeting(experiment.targetingRules, input.attributes ?? NO_ATTRIBUTES))
    return { arm: -1, reason: 'targeting' }
  if (experiment.namespace !== null && !isInNamespace(userId, experiment.namespace))
    return { arm: -1, reason: 'namespace' }
  return { arm: hash === null ? -1 : chooseArm(hash, ranges), reason: 'hash' }
}

const NO_ATTRIBUTES: Attributes = {}
