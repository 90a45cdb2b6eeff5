import type { Speech } from '../../../http/speech.ts'
import { filledSections, listBlock } from '../document/blocks.ts'
import { momentText } from '../document/moment-text.ts'
import { NO_NUMBER, numberTexts } from '../document/number-texts.ts'
import type { Block, Fact, ReportDocument } from '../document/report-document.ts'
import type { GridCell } from './design-grid.ts'
import { metricTypeName } from './design-sections.ts'
import { gridTable, heatChart } from './grid-blocks.ts'
import { LooseObject } from './loose-object.ts'
import { powerChart, scaledCurve } from './power-curve.ts'
import { titleOf, warningTable } from './project-document.ts'
import { adviceBlocks } from './standalone-advice.ts'
import { resultBlocks } from './standalone-results.ts'

export interface Standalone {
  readonly project_name: string
  readonly hypothesis: string | null
  readonly calculation: Readonly<Record<string, unknown>>
  readonly design: Readonly<Record<string, unknown>>
  readonly ai_advice: Readonly<Record<string, unknown>> | null
  readonly sensitivity: Readonly<Record<string, unknown>> | null
  readonly results: Readonly<Record<string, unknown>> | null
}

/** A report of what the caller has at hand: open objects, of which everything that is known is printed. */
export function standaloneDocument(body: Standalone, speech: Speech, generatedAt: string): ReportDocument {
  const { kinds, frame, sections } = speech.words.exports
  const calculation = new LooseObject(body.calculation)
  const design = new LooseObject(body.design)
  const warnings = calculation.objects('warnings').map(each => ({
    severity: each.text('severity') ?? '',
    message: each.text('message') ?? each.text('code') ?? '',
  }))
  const table = warningTable(warnings, speech)
  return {
    language: speech.language,
    title: titleOf(body.project_name, speech),
    kind: kinds.design,
    generatedAt,
    facts: [{ label: frame.generated, value: momentText(generatedAt, speech.language) }],
    sections: filledSections([
      { title: sections.hypothesis, blocks: textBlocks(body.hypothesis) },
      { title: sections.sizes, blocks: [{ kind: 'cards', cards: sizeCards(calculation, speech) }] },
      { title: sections.powerCurve, blocks: curveBlocks(calculation, design, speech) },
      { title: sections.sensitivity, blocks: gridBlocks(new LooseObject(body.sensitivity), calculation, speech) },
      { title: sections.design, blocks: [{ kind: 'facts', facts: designFacts(calculation, design, speech) }] },
      { title: sections.variants, blocks: variantBlocks(design, speech) },
      { title: sections.stopping, blocks: lists(design.texts('stopping_conditions'), speech) },
      { title: sections.assumptions, blocks: lists(calculation.texts('assumptions'), speech) },
      { title: sections.warnings, blocks: table === null ? [] : [table] },
      { title: sections.advice, blocks: adviceBlocks(new LooseObject(body.ai_advice), speech) },
      { title: sections.results, blocks: resultBlocks(new LooseObject(body.results), speech) },
    ]),
  }
}

function textBlocks(text: string | null): readonly Block[] {
  return text === null || text.trim() === '' ? [] : [{ kind: 'paragraph', text }]
}

function lists(items: readonly string[], speech: Speech): readonly Block[] {
  return items.length === 0 ? [] : [listBlock(items, speech)]
}

function sizeCards(calculation: LooseObject, { words, language }: Speech): readonly Fact[] {
  const { labels } = words.exports
  const { number } = numberTexts(language)
  const results = calculation.object('results')
  const sized = (name: string) => results.number(name) ?? calculation.number(name)
  const summary = calculation.object('calculation_summary')
  return [
    { label: labels.sizePerVariant, value: number(sized('sample_size_per_variant')) },
    { label: labels.duration, value: number(sized('estimated_duration_days')) },
    { label: labels.totalSize, value: number(sized('total_sample_size')) },
    { label: labels.alpha, value: number(summary.number('alpha') ?? calculation.number('alpha')) },
  ]
}

function curveBlocks(calculation: LooseObject, design: LooseObject, speech: Speech): readonly Block[] {
  const summary = calculation.object('calculation_summary')
  const size = calculation.object('results').number('sample_size_per_variant')
  const [alpha, power] = [summary.number('alpha'), summary.number('power')]
  if (size === null || alpha === null || power === null || !(size > 0) || !isShare(alpha) || !isShare(power)) return []
  const comparisons = Math.max(1, armCount(design) - 1)
  const curve = scaledCurve({ size, power }, alpha / comparisons)
  if (curve.length < 2) return []
  const chart = powerChart(curve, { size, power }, speech)
  return [
    { kind: 'chart', chart },
    { kind: 'note', text: speech.words.exports.notes.curveOfSize },
  ]
}

function armCount(design: LooseObject): number {
  return Math.max(design.objects('variants').length, design.numbers('traffic_split').length)
}

function isShare(value: number): boolean {
  return value > 0 && value < 1
}

function gridBlocks(sensitivity: LooseObject, calculation: LooseObject, speech: Speech): readonly Block[] {
  const cells = sensitivity.objects('cells').flatMap(cellOf)
  if (cells.length === 0) return []
  const type = calculation.object('calculation_summary').text('metric_type')
  const { number, percent } = numberTexts(speech.language)
  const effectText = type === 'continuous' || type === 'ratio' ? number : percent
  const current = { effect: sensitivity.number('current_mde'), power: sensitivity.number('current_power') }
  return [{ kind: 'chart', chart: heatChart(cells, current, effectText, speech) }, gridTable(cells, effectText, speech)]
}

function cellOf(cell: LooseObject): readonly GridCell[] {
  const [effect, power] = [cell.number('mde'), cell.number('power')]
  if (effect === null || power === null) return []
  return [{ effect, power, size: cell.number('sample_size_per_variant'), days: cell.number('duration_days') }]
}

function designFacts(calculation: LooseObject, design: LooseObject, speech: Speech): readonly Fact[] {
  const { labels } = speech.words.exports
  const { number, percent, share } = numberTexts(speech.language)
  const summary = calculation.object('calculation_summary')
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.metricType, metricTypeName(summary.text('metric_type') ?? '', speech)],
    [labels.baseline, number(summary.number('baseline_value'))],
    [labels.mde, percent(summary.number('mde_pct'))],
    [labels.power, share(summary.number('power'))],
    [labels.plannedTest, summary.text('planned_test')],
    [labels.unit, design.text('randomization_unit')],
    [labels.split, design.numbers('traffic_split').map(number).join(' / ')],
    [labels.audience, design.text('target_audience')],
    [labels.inclusion, design.text('inclusion_criteria')],
    [labels.exclusion, design.text('exclusion_criteria')],
  ]
  return facts.map(([label, value]) => ({ label, value: value || NO_NUMBER }))
}

function variantBlocks(design: LooseObject, { words }: Speech): readonly Block[] {
  const rows = design.objects('variants').map(each => [each.text('name') ?? '', each.text('description') ?? ''])
  const { variant, remark } = words.exports.columns
  if (rows.length === 0) return []
  return [{ kind: 'table', columns: [{ title: variant.title }, { title: remark.title }], rows }]
}
