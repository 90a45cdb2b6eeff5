import type { Speech } from '../../../http/speech.ts'
import { momentText } from '../document/moment-text.ts'
import type { Cell, Sheet } from '../sheets/sheet.ts'
import { sheetColumns } from '../sheets/sheet-columns.ts'
import type { GridCell } from './design-grid.ts'
import { metricTypeName } from './design-sections.ts'
import { payloadRows } from './payload-rows.ts'
import type { ProjectReport } from './project-report.ts'

/** The three tables of the CSV: what each variant needs, the sensitivity, the guardrails. */
export function planSheets(report: ProjectReport, speech: Speech): readonly Sheet[] {
  return [variantSheet(report, speech), sensitivitySheet(report, speech), guardrailSheet(report, speech)]
}

/** The sheets of the workbook. */
export function projectSheets(report: ProjectReport, speech: Speech): readonly Sheet[] {
  const [variants, ...others] = planSheets(report, speech)
  return [summarySheet(report, speech), variants!, ...others, inputSheet(report, speech)]
}

function summarySheet({ project, run, engineVersion, generatedAt }: ProjectReport, speech: Speech): Sheet {
  const { labels, sections, sheets, frame } = speech.words.exports
  const { results, calculation_summary: plan } = run.analysis.calculations
  const rows: readonly (readonly Cell[])[] = [
    [speech.words.exports.kinds.project, project.projectName],
    [labels.metricType, metricTypeName(plan.metric_type, speech)],
    [labels.primary, project.payload.metrics.primary_metric_name],
    [labels.baseline, plan.baseline_value],
    [`${labels.mde}, %`, plan.mde_pct],
    [labels.alpha, plan.alpha],
    [labels.power, plan.power],
    [labels.plannedTest, plan.planned_test],
    [labels.sizePerVariant, results.sample_size_per_variant],
    [labels.totalSize, results.total_sample_size],
    [labels.duration, results.estimated_duration_days],
    [frame.analysisOf, momentText(run.createdAt, speech.language)],
    [frame.generated, momentText(generatedAt, speech.language)],
    [frame.engine, engineVersion],
  ]
  const columns = sheetColumns(
    [
      ['item', 'text'],
      ['value', 'number'],
    ],
    speech,
  )
  return { name: sections.summary, meaning: sheets.summary, columns, rows }
}

function variantSheet({ run }: ProjectReport, speech: Speech): Sheet {
  const { sections, sheets } = speech.words.exports
  const { calculations, report } = run.analysis
  const split = report.experiment_design.traffic_split
  const whole = split.reduce((sum, part) => sum + part, 0)
  const traffic = calculations.results.allocated_daily_traffic ?? calculations.results.effective_daily_traffic
  const rows = report.experiment_design.variants.map(({ name }, index): readonly Cell[] => {
    const part = split[index] ?? 0
    const daily = whole > 0 ? Number(((traffic * part) / whole).toFixed(2)) : null
    return [
      name,
      calculations.results.sample_size_per_variant,
      daily,
      calculations.results.estimated_duration_days,
      part,
    ]
  })
  const columns = sheetColumns(
    [
      ['variant', 'text'],
      ['users', 'whole'],
      ['daily', 'number'],
      ['days', 'whole'],
      ['split', 'whole'],
    ],
    speech,
  )
  return { name: sections.sizes, meaning: sheets.plan, columns, rows }
}

function sensitivitySheet({ grid }: ProjectReport, speech: Speech): Sheet {
  const { sections, sheets } = speech.words.exports
  const effects = [...new Set(grid.map(({ effect }) => effect))]
  const rows = effects.map(effect => {
    const [low, high] = [cellAt(grid, effect, 0.8), cellAt(grid, effect, 0.9)]
    return [effect, low?.size ?? null, low?.days ?? null, high?.size ?? null, high?.days ?? null]
  })
  const columns = sheetColumns(
    [
      ['mde', 'number'],
      ['size80', 'whole'],
      ['days80', 'whole'],
      ['size90', 'whole'],
      ['days90', 'whole'],
    ],
    speech,
  )
  return { name: sections.sensitivity, meaning: sheets.sensitivity, columns, rows }
}

function cellAt(grid: readonly GridCell[], effect: number, power: number): GridCell | undefined {
  return grid.find(cell => cell.effect === effect && cell.power === power)
}

function guardrailSheet({ run }: ProjectReport, speech: Speech): Sheet {
  const { sections, sheets } = speech.words.exports
  const rows = run.analysis.report.guardrail_metrics.map((each): readonly Cell[] => [
    each.name,
    metricTypeName(each.metric_type, speech),
    each.detectable_mde_pp ?? each.detectable_mde_absolute,
    each.note,
  ])
  const columns = sheetColumns(
    [
      ['metric', 'text'],
      ['metricType', 'text'],
      ['detectable', 'number'],
      ['remark', 'text'],
    ],
    speech,
  )
  return { name: sections.guardrails, meaning: sheets.guardrails, columns, rows }
}

function inputSheet({ project }: ProjectReport, speech: Speech): Sheet {
  const { sections, sheets } = speech.words.exports
  const columns = sheetColumns(
    [
      ['path', 'text'],
      ['value', 'number'],
    ],
    speech,
  )
  return { name: sections.inputs, meaning: sheets.inputs, columns, rows: payloadRows(project.payload) }
}
