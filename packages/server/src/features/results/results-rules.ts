import type { Issue } from '../../http/errors.ts'
import type { ParsedOf } from '../../http/schema.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import type { ResultsRequest } from './results-schema.ts'

type Body = ParsedOf<typeof ResultsRequest>
type Block = 'binary' | 'continuous' | 'ranked' | 'count'

export const BLOCK_OF: Readonly<Record<Body['metric_type'], Block>> = {
  binary: 'binary',
  fisher_exact: 'binary',
  boschloo_exact: 'binary',
  barnard_exact: 'binary',
  continuous: 'continuous',
  equivalence: 'continuous',
  mann_whitney: 'ranked',
  bootstrap: 'ranked',
  quantile: 'ranked',
  trimmed_t: 'ranked',
  count: 'count',
}

/** Exactly the block that the metric type reads; a stray count block is let pass, as the earlier system did. */
export function resultsIssues(body: Body): readonly Issue[] {
  const wanted = BLOCK_OF[body.metric_type]
  if (body[wanted] === null)
    return [ruleBroken(['body', wanted], { key: 'needsBlock', values: { type: body.metric_type, block: wanted } })]
  const strays = (['binary', 'continuous', 'ranked'] as const).filter(block => block !== wanted && body[block] !== null)
  return [
    ...strays.map(block =>
      ruleBroken(['body', block], { key: 'strayBlock', values: { type: body.metric_type, block } }),
    ),
    ...conversionIssues(body),
    ...marginIssues(body),
  ]
}

function conversionIssues({ binary }: Body): readonly Issue[] {
  if (binary === null) return []
  return (['control', 'treatment'] as const)
    .filter(arm => binary[`${arm}_conversions`] > binary[`${arm}_users`])
    .map(arm => ruleBroken(['body', 'binary', `${arm}_conversions`], { key: 'conversionsOverUsers' }))
}

function marginIssues({ metric_type: type, continuous }: Body): readonly Issue[] {
  if (type !== 'equivalence' || continuous === null || continuous.equivalence_margin !== null) return []
  return [ruleBroken(['body', 'continuous', 'equivalence_margin'], { key: 'equivalenceMargin' })]
}
