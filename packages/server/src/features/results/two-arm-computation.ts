import type { Inference } from '@verdict/stats'
import type { ParsedOf } from '../../http/schema.ts'
import type { Computation, OnProgress } from '../../jobs/computation.ts'
import { analyzeBinary, analyzeContinuous, analyzeCount, analyzeRanked } from './analyzers.ts'
import type { ResultsRequest } from './results-schema.ts'
import type { TwoArmAnalysis } from './two-arm-analysis.ts'

type Body = ParsedOf<typeof ResultsRequest>
type Binary = NonNullable<Body['binary']>
type Ranked = NonNullable<Body['ranked']>

/** The eleven tests of /results. */
export const twoArmComputation: Computation<Body, Inference<TwoArmAnalysis>> = {
  name: 'two_arm',
  foreseenMs(body) {
    if (body.binary !== null) return foreseenBinaryMs(body.metric_type, body.binary)
    return body.ranked === null ? 0.1 : foreseenRankedMs(body.metric_type, body.ranked)
  },
  run: analyze,
}

function analyze(body: Body, onProgress: OnProgress): Inference<TwoArmAnalysis> {
  const { metric_type: type, binary, continuous, ranked, count } = body
  if (binary !== null) return analyzeBinary(type, binary)
  if (continuous !== null) return analyzeContinuous(type, continuous)
  if (ranked !== null) return analyzeRanked(type, ranked, onProgress)
  return analyzeCount(count!)
}

// Measured on one core of two, 2026-11-23.
function foreseenBinaryMs(type: Body['metric_type'], block: Binary): number {
  const { control_users: n, treatment_users: m } = block
  const successes = block.control_conversions + block.treatment_conversions
  if (type === 'binary') return 0.1
  if (type === 'barnard_exact') return 2 + 0.03 * (n + m)
  if (type === 'boschloo_exact') return 2 + 0.05 * (n + m)
  return 0.5 + 5e-5 * Math.min(n, m, successes, n + m - successes)
}

function foreseenRankedMs(type: Body['metric_type'], { draws, ...block }: Ranked): number {
  const values = block.control_values.length + block.treatment_values.length
  if (type === 'bootstrap') return 5e-6 * values * draws
  if (type === 'quantile') return 8e-6 * values * draws
  return (type === 'mann_whitney' ? 1e-3 : 1e-4) * values
}
