import type { Speech } from '../../../http/speech.ts'
import { filledSections, listBlock, namedLists } from '../document/blocks.ts'
import { NO_NUMBER, numberTexts } from '../document/number-texts.ts'
import type { Block, Fact, Section } from '../document/report-document.ts'
import type { PrintedReport } from '../export-schema.ts'

/** A design in words, section by section. */
export function designSections(report: PrintedReport, speech: Speech): readonly Section[] {
  const { sections: titles } = speech.words.exports
  const { stopping_conditions: stopping } = report.experiment_design
  return filledSections([
    { title: titles.summary, blocks: [{ kind: 'paragraph', text: report.executive_summary }] },
    { title: titles.sizes, blocks: sizeBlocks(report, speech) },
    { title: titles.assumptions, blocks: [listBlock(report.calculations.assumptions, speech)] },
    { title: titles.design, blocks: [{ kind: 'facts', facts: setupFacts(report, speech) }] },
    { title: titles.variants, blocks: [variantTable(report, speech)] },
    { title: titles.stopping, blocks: [listBlock(stopping, speech)] },
    { title: titles.metrics, blocks: metricLists(report, speech) },
    { title: titles.guardrails, blocks: guardrailBlocks(report, speech) },
    { title: titles.risks, blocks: riskLists(report, speech) },
    { title: titles.recommendations, blocks: recommendationLists(report, speech) },
    { title: titles.questions, blocks: [listBlock(report.open_questions, speech)] },
  ])
}

function sizeBlocks({ calculations }: PrintedReport, { words, language }: Speech): readonly Block[] {
  const { number } = numberTexts(language)
  const { labels } = words.exports
  const cards = [
    { label: labels.sizePerVariant, value: number(calculations.sample_size_per_variant) },
    { label: labels.totalSize, value: number(calculations.total_sample_size) },
    { label: labels.duration, value: number(calculations.estimated_duration_days) },
  ]
  const facts: Fact[] = [
    { label: labels.designEffect, value: number(calculations.design_effect) },
    { label: labels.clusters, value: number(calculations.clusters_per_variant) },
  ].filter(({ value }) => !value.includes(NO_NUMBER))
  return [{ kind: 'cards', cards }, ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : [])]
}

function setupFacts({ experiment_design: design }: PrintedReport, { words, language }: Speech): readonly Fact[] {
  const { labels } = words.exports
  const { number } = numberTexts(language)
  return [
    { label: labels.unit, value: design.randomization_unit },
    { label: labels.split, value: design.traffic_split.map(number).join(' / ') },
    { label: labels.audience, value: design.target_audience },
    { label: labels.inclusion, value: design.inclusion_criteria },
    { label: labels.exclusion, value: design.exclusion_criteria },
    { label: labels.recommendedDays, value: number(design.recommended_duration_days) },
  ].map(({ label, value }) => ({ label, value: value.trim() === '' ? NO_NUMBER : value }))
}

function variantTable({ experiment_design: { variants } }: PrintedReport, { words }: Speech): Block {
  const { variant, remark } = words.exports.columns
  const rows = variants.map(({ name, description }) => [name, description])
  return { kind: 'table', columns: [{ title: variant.title }, { title: remark.title }], rows }
}

function metricLists({ metrics_plan: plan }: PrintedReport, speech: Speech): readonly Block[] {
  const { labels } = speech.words.exports
  return namedLists(
    [
      [labels.primary, plan.primary],
      [labels.secondary, plan.secondary],
      [labels.guardrail, plan.guardrail],
      [labels.diagnostic, plan.diagnostic],
    ],
    speech,
  )
}

/** What each guardrail can show; nothing without guardrails. */
function guardrailBlocks({ guardrail_metrics: metrics }: PrintedReport, speech: Speech): readonly Block[] {
  if (metrics.length === 0) return []
  const { words, language } = speech
  const { metric, metricType, baseline, detectable, remark } = words.exports.columns
  const { number } = numberTexts(language)
  const columns = [
    { title: metric.title },
    { title: metricType.title },
    { title: baseline.title, isNumeric: true },
    { title: detectable.title, isNumeric: true },
    { title: remark.title },
  ]
  const rows = metrics.map(each => [
    each.name,
    metricTypeName(each.metric_type, speech),
    each.metric_type === 'binary' ? numberTexts(language).percent(each.baseline) : number(each.baseline),
    number(each.detectable_mde_pp ?? each.detectable_mde_absolute),
    each.note,
  ])
  return [{ kind: 'table', columns, rows }]
}

/** A kind of metric in words; one that is not known stays as it is. */
export function metricTypeName(type: string, { words }: Speech): string {
  const names: Readonly<Record<string, string>> = words.exports.metricTypes
  return Object.hasOwn(names, type) ? names[type]! : type
}

function riskLists({ risks }: PrintedReport, speech: Speech): readonly Block[] {
  const { labels } = speech.words.exports
  return namedLists(
    [
      [labels.statistical, risks.statistical],
      [labels.product, risks.product],
      [labels.technical, risks.technical],
      [labels.operational, risks.operational],
    ],
    speech,
  )
}

function recommendationLists({ recommendations }: PrintedReport, speech: Speech): readonly Block[] {
  const { labels } = speech.words.exports
  return namedLists(
    [
      [labels.before, recommendations.before_launch],
      [labels.during, recommendations.during_test],
      [labels.after, recommendations.after_test],
    ],
    speech,
  )
}
