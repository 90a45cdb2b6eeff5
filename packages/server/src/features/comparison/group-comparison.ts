import type { Speech } from '../../http/speech.ts'
import { inAll, mostFrequent, onlyIn } from './compare-lists.ts'
import type { ComparedProject } from './compared-project.ts'
import { comparisonItem, recommendations, risks, warningCodes } from './comparison-item.ts'
import type { MultiProjectComparison } from './comparison-schema.ts'
import { rangeOf } from './range-of.ts'

export type GroupComparison = Omit<MultiProjectComparison, 'monte_carlo_distribution' | 'monte_carlo_seed'>

/** Several projects side by side: what all have, what only one has, and between which sizes and durations they lie. */
export function groupComparison(compared: readonly ComparedProject[], speech: Speech): GroupComparison {
  const warnings = compared.map(warningCodes)
  const dangers = compared.map(risks)
  const assumptions = compared.map(({ run }) => run.analysis.calculations.assumptions)
  const items = compared.map(comparisonItem)
  const types = [...new Set(items.map(item => item.metric_type))].sort()
  const unique = compared.map(({ project }, index) => [
    project.id,
    {
      warnings: onlyIn(index, warnings),
      risks: onlyIn(index, dangers),
      assumptions: onlyIn(index, assumptions),
    },
  ])
  return {
    projects: items,
    shared_warnings: [...inAll(warnings), ...(types.length > 1 ? [speech.words.comparison.mixedTypes] : [])],
    shared_risks: inAll(dangers),
    shared_assumptions: inAll(assumptions),
    unique_per_project: Object.fromEntries(unique),
    sample_size_range: rangeOf(items.map(item => item.total_sample_size)),
    duration_range: rangeOf(items.map(item => item.estimated_duration_days)),
    metric_types_used: types,
    recommendation_highlights: mostFrequent(compared.map(recommendations)).map(found =>
      speech.say(speech.words.comparison.recommendation, { ...found, total: compared.length }),
    ),
  }
}
