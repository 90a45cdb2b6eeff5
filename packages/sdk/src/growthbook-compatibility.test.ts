import { describe, expect, test } from 'vitest'
import { FakeServer, FakeStorage, fakePlatform } from '../fixtures/fake-platform.ts'
import { type Condition, rulesOf } from '../fixtures/growthbook-rules.ts'
import { readFixture } from '../fixtures/read-fixture.ts'
import { type BucketRange, bucketRanges, createEvaluator, equalWeights } from './index.ts'

interface Context {
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly url?: string
  readonly forcedVariations?: Readonly<Record<string, number>>
}

interface GrowthBookExperiment {
  readonly key: string
  readonly variations: readonly unknown[]
  readonly seed?: string
  readonly hashVersion?: number
  readonly hashAttribute?: string
  readonly weights?: readonly number[]
  readonly coverage?: number
  readonly ranges?: readonly BucketRange[]
  readonly namespace?: readonly [id: string, rangeStart: number, rangeEnd: number]
  readonly condition?: Condition
  readonly active?: boolean
}

type RunCase = [
  name: string,
  context: Context,
  experiment: GrowthBookExperiment,
  value: unknown,
  inExperiment: boolean,
  hashUsed: boolean,
]

const USED_OF_CONTEXT = ['attributes', 'url', 'forcedVariations']
const USED_OF_EXPERIMENT = [
  ...['key', 'variations', 'seed', 'hashVersion', 'hashAttribute', 'weights', 'coverage', 'ranges', 'namespace'],
  ...['condition', 'active'],
]

const LEFT_OUT: Readonly<Record<string, string>> = {
  'single variation': 'an experiment has at least two arms',
  'negative forced variation': 'an arm forced by the experiment itself',
  'high forced variation': 'an arm forced by the experiment itself',
  'coverage take precendence over forced': 'an arm forced by the experiment itself',
  'Works in QA mode if forced in experiment': 'QA mode',
  'Works in QA mode if forced in context': 'QA mode',
  'Skips experiments in QA mode': 'QA mode',
  'globally disabled': 'a switch for all experiments: make no client',
  'SavedGroups correctly pulled from context for experiment': 'saved groups',
  'Filtered, included': 'filters',
  'Filtered, excluded': 'filters',
  'Filtered, ignore namespace': 'filters',
  'Prerequisite condition passes': 'prerequisites: experiments do not depend on each other',
  'Prerequisite condition fails': 'prerequisites: experiments do not depend on each other',
}

const { run } = readFixture<{ run: RunCase[] }>('growthbook-cases.json')
const taken = run.filter(([name]) => !(name in LEFT_OUT))

describe('the GrowthBook cases of running an experiment', () => {
  test.each(taken)('agree: %s', (_, context, experiment, value, inExperiment, hashUsed) => {
    const assignment = evaluateAsGrowthBook(context, experiment)

    expect(assignment.inExperiment).toBe(inExperiment)
    expect(assignment.inExperiment && !assignment.sticky && !assignment.isForced).toBe(hashUsed)
    expect(assignment.variation).toEqual(value)
  })

  test('are each either run, with nothing in them ignored, or left out by name', () => {
    const ignored = taken.filter(([, context, experiment]) => {
      const isWholeExperimentUsed = Object.keys(experiment).every(key => USED_OF_EXPERIMENT.includes(key))
      return !isWholeExperimentUsed || !Object.keys(context).every(key => USED_OF_CONTEXT.includes(key))
    })

    expect(ignored.map(([name]) => name)).toEqual([])
  })

  test('are left out only by names that exist, and 59 of 73 are run', () => {
    const names = new Set(run.map(([name]) => name))

    expect(Object.keys(LEFT_OUT).filter(name => !names.has(name))).toEqual([])
    expect([taken.length, run.length]).toEqual([59, 73])
  })
})

// The application passes the hash attribute as user id; an inactive experiment is not in the configuration.
function evaluateAsGrowthBook(
  { attributes = {}, url = '', forcedVariations = {} }: Context,
  experiment: GrowthBookExperiment,
) {
  const { key, variations, hashAttribute = 'id', active = true } = experiment
  const storage = new FakeStorage()
  storage.setItem(
    'verdict configuration ',
    JSON.stringify({ version: '1', experiments: active ? [wireExperiment(experiment)] : [] }),
  )
  const evaluator = createEvaluator({
    ...fakePlatform(new FakeServer(() => 'network error')),
    storage,
    apiUrl: '',
    userId: String(attributes[hashAttribute] ?? ''),
    attributes,
    query: url,
    experiments: { [key]: { id: key, variations } },
  })
  for (const [forced, arm] of Object.entries(forcedVariations)) evaluator.forceVariation(forced, arm)
  return evaluator.evaluate(key)
}

// GrowthBook's own defaults: the key is the seed, hash version 1, equal weights, everyone covered.
function wireExperiment(experiment: GrowthBookExperiment) {
  const { key, seed = key, hashVersion = 1, coverage = 1, namespace, condition = {} } = experiment
  const count = experiment.variations.length
  const weights = experiment.weights ?? equalWeights(count)
  return {
    id: key,
    seed,
    hashVersion,
    weights,
    coverage,
    ranges: experiment.ranges ?? bucketRanges({ weights, count, coverage }),
    namespace: namespace ? { id: namespace[0], range_start: namespace[1], range_end: namespace[2] } : null,
    targeting_rules: rulesOf(condition),
  }
}
