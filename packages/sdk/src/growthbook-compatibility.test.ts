import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { assign, equalWeights } from './index.ts'

interface Context {
  readonly attributes: { readonly id: string }
}

interface GrowthBookExperiment {
  readonly key: string
  readonly variations: unknown[]
  readonly seed?: string
  readonly hashVersion?: 1 | 2
  readonly weights?: number[]
  readonly coverage?: number
  readonly namespace?: [id: string, rangeStart: number, rangeEnd: number]
}

type RunCase = [
  name: string,
  context: Context,
  experiment: GrowthBookExperiment,
  value: unknown,
  inExperiment: boolean,
  hashUsed: boolean,
]

const USED_OF_EXPERIMENT = ['key', 'variations', 'seed', 'hashVersion', 'weights', 'coverage', 'namespace']

const LEFT_OUT: Readonly<Record<string, string>> = {
  'null id': 'a user id is a text, by type and by the schema of the API',
  'missing id': 'a user id is a text, by type and by the schema of the API',
  'missing attributes': 'a user id is a text, by type and by the schema of the API',
  'single variation': 'an experiment has at least two arms',
  'negative forced variation': 'forced variation of the experiment',
  'high forced variation': 'forced variation of the experiment',
  'coverage take precendence over forced': 'forced variation of the experiment',
  'Works in QA mode if forced in experiment': 'forced variation of the experiment, QA mode',
  'Force variation from context': 'forced variation of the context',
  'Works in QA mode if forced in context': 'forced variation of the context, QA mode',
  'Skips experiments in QA mode': 'QA mode',
  'evaluates conditions - pass': 'condition language; targeting rules here are another language',
  'evaluates conditions - fail': 'condition language; targeting rules here are another language',
  'SavedGroups correctly pulled from context for experiment': 'condition language, saved groups',
  'custom hashAttribute': 'hash attribute: the application itself chooses what it passes as user id',
  'globally disabled': 'switch for all experiments',
  'querystring force': 'forced variation in the URL',
  'querystring force with inactive': 'forced variation in the URL, active flag',
  'run active experiments': 'active flag',
  'skip inactive experiments': 'active flag',
  'Filtered, included': 'filters',
  'Filtered, excluded': 'filters',
  'Filtered, ignore namespace': 'filters',
  'Ranges, ignore coverage and weights': 'explicit ranges',
  'Ranges, partial coverage': 'explicit ranges',
  'Uses seed and hash version': 'explicit ranges',
  'Prerequisite condition passes': 'prerequisite conditions on other features',
  'Prerequisite condition fails': 'prerequisite conditions on other features',
}

const { run } = readFixture<{ run: RunCase[] }>('growthbook-cases.json')
const taken = run.filter(([name]) => !(name in LEFT_OUT))

describe('the GrowthBook cases of running an experiment', () => {
  test.each(taken)('agree: %s', (_, context, experiment, value, inExperiment, hashUsed) => {
    const assignment = assignAsGrowthBook(context, experiment)

    expect(assignment.inExperiment).toBe(inExperiment)
    expect(assignment.inExperiment && !assignment.sticky).toBe(hashUsed)
    expect(experiment.variations[Math.max(assignment.arm, 0)]).toEqual(value)
  })

  test('are each either run, with nothing in them ignored, or left out by name', () => {
    const ignored = taken.filter(([, context, experiment]) => {
      const isWholeExperimentUsed = Object.keys(experiment).every(key => USED_OF_EXPERIMENT.includes(key))
      return !isWholeExperimentUsed || !isContextOfIdOnly(context)
    })

    expect(ignored.map(([name]) => name)).toEqual([])
  })

  test('are left out only by names that exist, and 45 of 73 are run', () => {
    const names = new Set(run.map(([name]) => name))

    expect(Object.keys(LEFT_OUT).filter(name => !names.has(name))).toEqual([])
    expect([taken.length, run.length]).toEqual([45, 73])
  })
})

// GrowthBook's own defaults: the key is the seed, hash version 1, equal weights, everyone covered.
function assignAsGrowthBook({ attributes }: Context, experiment: GrowthBookExperiment) {
  const { namespace } = experiment
  return assign({
    userId: attributes.id,
    hashVersion: experiment.hashVersion ?? 1,
    experiment: {
      seed: experiment.seed ?? experiment.key,
      weights: experiment.weights ?? equalWeights(experiment.variations.length),
      coverage: experiment.coverage ?? 1,
      namespace: namespace ? { id: namespace[0], rangeStart: namespace[1], rangeEnd: namespace[2] } : null,
      targetingRules: [],
    },
  })
}

function isContextOfIdOnly(context: Context): boolean {
  return (
    Object.keys(context).join() === 'attributes' &&
    Object.keys(context.attributes).join() === 'id' &&
    typeof context.attributes.id === 'string'
  )
}
