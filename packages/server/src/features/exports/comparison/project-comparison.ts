import type { Project } from '../../projects/project.ts'
import type { LatestRun } from '../design/project-report.ts'

export interface ComparedProject {
  readonly project: Project
  readonly run: LatestRun
}

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
  readonly recommendations: readonly { readonly text: string; readonly count: number }[]
}

export interface Insights {
  readonly warnings: readonly string[]
  readonly risks: readonly string[]
  readonly assumptions: readonly string[]
}

export interface Range {
  readonly min: number
  readonly max: number
  readonly median: number
}

const MOST_RECOMMENDATIONS = 5

export function compareProjects(projects: readonly ComparedProject[]): ProjectComparison {
  const insights = projects.map(insightsOf)
  const calculations = projects.map(({ run }) => run.analysis.calculations)
  return {
    projects,
    shared: pick(insights, (text, lists) => lists.every(list => list.includes(text)), 0),
    own: insights.map((_, index) =>
      pick(insights, (text, lists) => lists.filter(list => list.includes(text)).length === 1, index),
    ),
    sizes: rangeOf(calculations.map(({ results }) => results.sample_size_per_variant)),
    durations: rangeOf(calculations.map(({ results }) => results.estimated_duration_days)),
    metricTypes: [...new Set(calculations.map(({ calculation_summary: plan }) => plan.metric_type))].sort(),
    recommendations: frequent(projects),
  }
}

function insightsOf({ run: { analysis } }: ComparedProject): Insights {
  const { statistical, product, technical, operational } = analysis.report.risks
  return {
    warnings: distinct(analysis.calculations.warnings.map(({ message }) => message)),
    risks: distinct([...statistical, ...product, ...technical, ...operational]),
    assumptions: distinct(analysis.calculations.assumptions),
  }
}

/** Of the project at an index, what a rule over all projects picks. */
function pick(
  all: readonly Insights[],
  isPicked: (text: string, lists: readonly (readonly string[])[]) => boolean,
  index: number,
): Insights {
  const of = (name: keyof Insights) => {
    const lists = all.map(each => each[name])
    return lists[index]!.filter(text => isPicked(text, lists))
  }
  return { warnings: of('warnings'), risks: of('risks'), assumptions: of('assumptions') }
}

function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
  return { min: sorted[0]!, max: sorted.at(-1)!, median }
}

function frequent(projects: readonly ComparedProject[]): ProjectComparison['recommendations'] {
  const counts = new Map<string, number>()
  for (const { run } of projects) {
    const { before_launch: before, during_test: during, after_test: after } = run.analysis.report.recommendations
    for (const text of new Set([...before, ...during, ...after])) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_RECOMMENDATIONS)
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
