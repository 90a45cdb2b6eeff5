import { inAll, type Lists, mostFrequent, onlyIn } from '../../comparison/compare-lists.ts'
import type { ComparedProject } from '../../comparison/compared-project.ts'
import { recommendations, risks } from '../../comparison/comparison-item.ts'
import { type Range, rangeOf } from '../../comparison/range-of.ts'

/** What several analyses have in common, and what each has alone. */
export interface ProjectComparison {
  readonly projects: readonly ComparedProject[]
  readonly shared: Insights
  /** In the order of the projects. */
  readonly own: readonly Insights[]
  readonly sizes: Range
  readonly durations: Range
  readonly metricTypes: readonly string[]
  /** The most frequent first. */
  readonly recommendations: ReturnType<typeof mostFrequent>
}

export interface Insights {
  readonly warnings: readonly string[]
  readonly risks: readonly string[]
  readonly assumptions: readonly string[]
}

export function projectComparison(projects: readonly ComparedProject[]): ProjectComparison {
  const calculations = projects.map(({ run }) => run.analysis.calculations)
  const warnings = calculations.map(each => each.warnings.map(({ message }) => message))
  const dangers = projects.map(risks)
  const assumptions = calculations.map(each => each.assumptions)
  const pick = (choose: (lists: Lists) => readonly string[]): Insights => ({
    warnings: choose(warnings),
    risks: choose(dangers),
    assumptions: choose(assumptions),
  })
  return {
    projects,
    shared: pick(inAll),
    own: projects.map((_, index) => pick(lists => onlyIn(index, lists))),
    sizes: rangeOf(calculations.map(({ results }) => results.sample_size_per_variant)),
    durations: rangeOf(calculations.map(({ results }) => results.estimated_duration_days)),
    metricTypes: [...new Set(calculations.map(({ calculation_summary: plan }) => plan.metric_type))].sort(),
    recommendations: mostFrequent(projects.map(recommendations)),
  }
}
