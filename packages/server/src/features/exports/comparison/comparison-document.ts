import type { Speech } from '../../../http/speech.ts'
import type { Range } from '../../comparison/range-of.ts'
import { metricTypeName } from '../design/design-sections.ts'
import { titleOf } from '../design/project-document.ts'
import { listBlock, namedLists } from '../document/blocks.ts'
import { momentText } from '../document/moment-text.ts'
import { numberTexts } from '../document/number-texts.ts'
import type { Block, ReportDocument, Section } from '../document/report-document.ts'
import type { Insights, ProjectComparison } from './project-comparison.ts'

/** Several designs side by side. */
export function comparisonDocument(comparison: ProjectComparison, speech: Speech, generatedAt: string): ReportDocument {
  const { kinds, frame, sections, labels } = speech.words.exports
  const names = comparison.projects.map(({ project }) => titleOf(project.projectName, speech))
  const titles = [labels.sharedWarnings, labels.sharedRisks, labels.sharedAssumptions] as const
  return {
    language: speech.language,
    title: names.join(' · '),
    kind: kinds.comparison,
    generatedAt,
    facts: [{ label: frame.generated, value: momentText(generatedAt, speech.language) }],
    sections: [
      { title: sections.summary, blocks: summaryBlocks(comparison, speech) },
      { title: sections.ranges, blocks: [projectTable(comparison, names, speech)] },
      { title: sections.shared, blocks: insightLists(comparison.shared, titles, speech) },
      { title: labels.topAdvice, blocks: [listBlock(adviceLines(comparison, speech), speech)] },
      ...comparison.projects.map((_, index) => projectSection(comparison, index, names[index]!, speech)),
    ],
  }
}

function summaryBlocks(
  { sizes, durations, metricTypes, projects }: ProjectComparison,
  speech: Speech,
): readonly Block[] {
  const { labels } = speech.words.exports
  const { number } = numberTexts(speech.language)
  const facts = [
    { label: labels.projects, value: number(projects.length) },
    { label: labels.metricTypes, value: metricTypes.map(type => metricTypeName(type, speech)).join(', ') },
    { label: labels.sizePerVariant, value: rangeText(sizes, speech) },
    { label: labels.duration, value: rangeText(durations, speech) },
  ]
  const note = { kind: 'note', text: labels.differentTypes } as const
  return [{ kind: 'facts', facts }, ...(metricTypes.length > 1 ? [note] : [])]
}

function rangeText({ min, max, median }: Range, { say, words, language }: Speech): string {
  const { number } = numberTexts(language)
  return say(words.exports.labels.median, { min: number(min), max: number(max), median: number(median) })
}

function projectTable({ projects }: ProjectComparison, names: readonly string[], speech: Speech): Block {
  const { labels, columns, kinds } = speech.words.exports
  const { number, percent } = numberTexts(speech.language)
  const rows = projects.map(({ run: { analysis } }, index) => {
    const { calculation_summary: plan, results } = analysis.calculations
    return [
      names[index]!,
      metricTypeName(plan.metric_type, speech),
      percent(plan.mde_pct),
      number(results.sample_size_per_variant),
      number(results.total_sample_size),
      number(results.estimated_duration_days),
    ]
  })
  return {
    kind: 'table',
    columns: [
      { title: kinds.design },
      { title: columns.metricType.title },
      { title: labels.mde, isNumeric: true },
      { title: labels.sizePerVariant, isNumeric: true },
      { title: labels.totalSize, isNumeric: true },
      { title: labels.duration, isNumeric: true },
    ],
    rows,
  }
}

function insightLists(
  { warnings, risks, assumptions }: Insights,
  [first, second, third]: readonly [string, string, string],
  speech: Speech,
): readonly Block[] {
  return namedLists(
    [
      [first, warnings],
      [second, risks],
      [third, assumptions],
    ],
    speech,
  )
}

function adviceLines({ recommendations, projects }: ProjectComparison, { say, words }: Speech): readonly string[] {
  return recommendations.map(({ text, count }) =>
    say(words.exports.labels.ofAll, { text, count, total: projects.length }),
  )
}

function projectSection({ projects, own }: ProjectComparison, index: number, title: string, speech: Speech): Section {
  const { sections, labels } = speech.words.exports
  const titles = [sections.warnings, sections.risks, sections.assumptions] as const
  return {
    title,
    blocks: [
      { kind: 'paragraph', text: projects[index]!.run.analysis.report.executive_summary },
      { kind: 'note', text: labels.own },
      ...insightLists(own[index]!, titles, speech),
    ],
  }
}
