import { describe, expect, test } from 'vitest'
import { type Condition, rulesOf } from '../fixtures/growthbook-rules.ts'
import { readFixture } from '../fixtures/read-fixture.ts'
import { assign, equalWeights } from './index.ts'

interface Rule {
  readonly key?: string
  readonly seed?: string
  readonly hashAttribute: string
  readonly fallbackAttribute?: string
  readonly hashVersion?: number
  readonly condition?: Condition
  readonly variations: readonly unknown[]
  readonly weights?: readonly number[]
  readonly coverage?: number
}

interface StickyDocument {
  readonly attributeName: string
  readonly attributeValue: string
  readonly assignments: Readonly<Record<string, string>>
}

type StickyCase = [
  name: string,
  context: {
    attributes: Readonly<Record<string, string>>
    features: Readonly<Record<string, { rules: readonly [Rule] }>>
  },
  documents: readonly StickyDocument[],
  feature: string,
  expected: { bucket: number; variationId: number; inExperiment: boolean; stickyBucketUsed: boolean } | null,
]

const NEW_START = 'bucket versions: an experiment that starts anew is another experiment, with an id of its own'
const LEFT_OUT: Readonly<Record<string, string>> = {
  'upgrades a sticky bucket doc from a fallbackAttribute to a hashAttribute':
    'two ids of one user: the server links them, the application chooses the id it passes',
  'resets sticky bucketing when the bucketVersion changes': NEW_START,
  'stops test enrollment when and existing sticky bucket is blocked by version': NEW_START,
  'uses a sticky bucket when sticky bucket version == experiment.minBucketVersion === experiment.bucketVersion':
    NEW_START,
  'skips assignment when sticky bucket version < experiment.minBucketVersion': NEW_START,
  'resets sticky bucketing when bucket version > experiment.bucketVersion (invalid version)': NEW_START,
  'resets sticky bucketing when bucket version < experiment.bucketVersion (invalid version)': NEW_START,
  'disables sticky bucketing when disabled by experiment': 'a recorded exposure is always kept',
}

const { stickyBucket } = readFixture<{ stickyBucket: StickyCase[] }>('growthbook-client-cases.json')
const taken = stickyBucket.filter(([name]) => !(name in LEFT_OUT))

describe('the GrowthBook cases of sticky buckets', () => {
  test.each(taken)('agree: %s', (_, { attributes, features }, documents, feature, expected) => {
    const rule = features[feature]!.rules[0]
    const attribute = rule.hashAttribute in attributes ? rule.hashAttribute : rule.fallbackAttribute!
    const userId = attributes[attribute]!
    const stored = documents.find(
      ({ attributeName, attributeValue }) => attributeName === attribute && attributeValue === userId,
    )
    const recorded = stored?.assignments[`${rule.key ?? feature}__0`]

    const assignment = assign({
      userId,
      attributes,
      hashVersion: rule.hashVersion ?? 1,
      recordedArm: recorded === undefined ? null : Number(recorded),
      experiment: {
        seed: rule.seed ?? feature,
        weights: rule.weights ?? equalWeights(rule.variations.length),
        coverage: rule.coverage ?? 1,
        namespace: null,
        targetingRules: targetingRules(rule.condition ?? {}),
      },
    })

    expect(assignment).toMatchObject({
      arm: expected!.variationId,
      inExperiment: expected!.inExperiment,
      hash: expected!.bucket,
      sticky: expected!.stickyBucketUsed,
    })
  })

  test('are left out only by names that exist, and 5 of 13 are run', () => {
    const names = new Set(stickyBucket.map(([name]) => name))

    expect(Object.keys(LEFT_OUT).filter(name => !names.has(name))).toEqual([])
    expect([taken.length, stickyBucket.length]).toEqual([5, 13])
  })
})

function targetingRules(condition: Condition) {
  const rules = rulesOf(condition)
  if (typeof rules === 'string') throw new Error(rules)
  return rules
}
