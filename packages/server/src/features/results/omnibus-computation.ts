import {
  type Inference,
  kruskalWallisTest,
  momentsOf,
  sampleQuantile,
  sampleVariance,
  welchAnova,
} from '@verdict/stats'
import { Type } from 'typebox'
import { oneOf, type ParsedOf, record } from '../../http/schema.ts'
import type { Computation } from '../../jobs/computation.ts'
import { PostHocAlpha, Values } from './results-schema.ts'

export const OmnibusResultsRequest = record('OmnibusResultsRequest', {
  test_type: oneOf('welch_anova', 'kruskal_wallis'),
  groups: Type.Array(Values, { minItems: 2, maxItems: 50 }),
  alpha: PostHocAlpha,
})

export type OmnibusBody = ParsedOf<typeof OmnibusResultsRequest>

/** A test of several groups, unrounded. */
export interface Omnibus {
  readonly statistic: number
  readonly numerator: number
  readonly denominator: number | null
  readonly pValue: number
  readonly pValueLog10: number
  readonly size: number
  readonly groups: readonly GroupSummary[]
}

/** Means belong to the test of means, ranks to the test of ranks. */
interface GroupSummary {
  readonly n: number
  readonly mean: number | null
  readonly std: number | null
  readonly median: number | null
  readonly meanRank: number | null
}

/** The two tests of /results/omnibus. */
export const omnibusComputation: Computation<OmnibusBody, Inference<Omnibus>> = {
  name: 'omnibus',
  foreseenMs({ test_type: type, groups }) {
    const values = groups.reduce((sum, group) => sum + group.length, 0)
    return (type === 'welch_anova' ? 1e-5 : 3e-4) * values
  },
  run: ({ test_type: type, groups }) => (type === 'welch_anova' ? runWelch(groups) : runKruskal(groups)),
}

type Groups = OmnibusBody['groups']

function runWelch(groups: Groups): Inference<Omnibus> {
  const moments = groups.map(momentsOf)
  const test = welchAnova(moments)
  if (!test.ok) return test
  const { degreesOfFreedom, etaSquared: size, statistic, pValue, pValueLog10 } = test.value
  const [numerator, denominator] = degreesOfFreedom
  const summaries = moments.map(each => ({
    n: each.n,
    mean: each.mean,
    std: Math.sqrt(sampleVariance(each)),
    median: null,
    meanRank: null,
  }))
  return { ok: true, value: { statistic, pValue, pValueLog10, numerator, denominator, size, groups: summaries } }
}

function runKruskal(groups: Groups): Inference<Omnibus> {
  const test = kruskalWallisTest(groups)
  if (!test.ok) return test
  const { degreesOfFreedom: numerator, epsilonSquared: size, meanRanks, statistic, pValue, pValueLog10 } = test.value
  const summaries = groups.map((group, index) => ({
    n: group.length,
    mean: null,
    std: null,
    median: sampleQuantile(Float64Array.from(group).sort(), 0.5),
    meanRank: meanRanks[index]!,
  }))
  return { ok: true, value: { statistic, pValue, pValueLog10, numerator, denominator: null, size, groups: summaries } }
}
