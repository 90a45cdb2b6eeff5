import type { Speech } from '../../http/speech.ts'
import type { ComparedProject } from './compared-project.ts'
import { comparisonItem, recommendations, risks, warningCodes } from './comparison-item.ts'
import type { MultiProjectComparison } from './comparison-schema.ts'

const MOST_RECOMMENDATIONS = 5

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
    recommendation_highlights: frequent(compared.map(recommendations), speech),
  }
}

type Lists = readonly (readonly string[])[]

function inAll([first = [], ...others]: Lists): string[] {
  return [...new Set(first)].filter(text => others.every(list => list.includes(text)))
}

function onlyIn(index: number, lists: Lists): string[] {
  return [...new Set(lists[index])].filter(text =>
    lists.every((list, other) => other === index || !list.includes(text)),
  )
}

function rangeOf(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!]
  return { min: sorted[0]!, max: sorted.at(-1)!, median: (low + high) / 2 }
}

// The most frequent first; of equals the one that was read first.
function frequent(lists: Lists, { say, words }: Speech): string[] {
  const texts = [...new Set(lists.flat())]
  return texts
    .map(text => ({ text, count: lists.filter(list => list.includes(text)).length, total: lists.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_RECOMMENDATIONS)
    .map(found => say(words.comparison.recommendation, found))
}
