import type { Speech } from '../../../http/speech.ts'
import { momentText } from '../document/moment-text.ts'
import { numberTexts } from '../document/number-texts.ts'
import type { Block, ReportDocument, Section } from '../document/report-document.ts'
import { designSections } from './design-sections.ts'
import { gridTable, heatChart } from './grid-blocks.ts'
import { powerChart } from './power-curve.ts'
import type { ProjectReport } from './project-report.ts'

/** The newest analysis of a project as a report: the design, its sensitivity, its power, its warnings, its history. */
export function projectDocument(report: ProjectReport, speech: Speech): ReportDocument {
  const { kinds, frame } = speech.words.exports
  const { project, run, generatedAt, engineVersion } = report
  const [summary, sizes, ...rest] = designSections(run.analysis.report, speech)
  return {
    language: speech.language,
    title: titleOf(project.projectName, speech),
    kind: kinds.project,
    generatedAt,
    facts: [
      { label: frame.analysisOf, value: momentText(run.createdAt, speech.language) },
      { label: frame.generated, value: momentText(generatedAt, speech.language) },
      { label: frame.engine, value: engineVersion },
    ],
    sections: [summary!, sizes!, ...sensitivitySections(report, speech), ...rest, ...closing(report, speech)],
  }
}

export function titleOf(name: string, { words }: Speech): string {
  return name.trim() === '' ? words.exports.frame.untitled : name
}

function sensitivitySections(report: ProjectReport, speech: Speech): readonly Section[] {
  const { sections, notes } = speech.words.exports
  const { grid, curve } = report
  const { mde_pct: mde, power } = report.run.analysis.calculations.calculation_summary
  const { percent } = numberTexts(speech.language)
  const note = { kind: 'note', text: notes.noSize } as const
  const heat = { kind: 'chart', chart: heatChart(grid, { effect: mde, power }, percent, speech) } as const
  const current = { size: report.run.analysis.calculations.results.sample_size_per_variant, power }
  const line: readonly Block[] = [
    { kind: 'chart', chart: powerChart(curve, current, speech) },
    { kind: 'note', text: notes.curveOfDesign },
  ]
  return [
    { title: sections.sensitivity, blocks: [heat, gridTable(grid, percent, speech), note] },
    ...(curve.length > 1 ? [{ title: sections.powerCurve, blocks: line }] : []),
  ]
}

function closing({ run, revisions }: ProjectReport, speech: Speech): readonly Section[] {
  const { sections } = speech.words.exports
  const warnings = warningTable(run.analysis.calculations.warnings, speech)
  return [
    ...(warnings === null ? [] : [{ title: sections.warnings, blocks: [warnings] }]),
    { title: sections.revisions, blocks: [revisionTable(revisions, speech)] },
  ]
}

interface Warning {
  readonly severity: string
  readonly message: string
}

export function warningTable(warnings: readonly Warning[], { words }: Speech): Block | null {
  if (warnings.length === 0) return null
  const { status, remark } = words.exports.columns
  const names: Readonly<Record<string, string>> = words.exports.severities
  const rows = warnings.map(({ severity, message }) => [
    Object.hasOwn(names, severity) ? names[severity]! : severity,
    message,
  ])
  return { kind: 'table', columns: [{ title: status.title }, { title: remark.title }], rows }
}

function revisionTable(revisions: ProjectReport['revisions'], { words, language }: Speech): Block {
  const { when, item } = words.exports.columns
  const names: Readonly<Record<string, string>> = words.exports.sources
  const rows = revisions.map(({ createdAt, source }) => [
    momentText(createdAt, language),
    Object.hasOwn(names, source) ? names[source]! : source,
  ])
  return { kind: 'table', columns: [{ title: when.title }, { title: item.title }], rows }
}
