import type { Speech } from '../../../http/speech.ts'
import { momentText } from '../document/moment-text.ts'
import type { Cell, CellFormat, Sheet } from '../sheets/sheet.ts'
import { type ColumnKey, type SheetKey, sheetColumns } from '../sheets/sheet-columns.ts'
import { armRows } from './arm-rows.ts'
import { effectRows } from './effect-rows.ts'
import type { ExperimentReading } from './experiment-reading.ts'
import { populationCounts } from './quality-sections.ts'
import { armName, statusName } from './readout-names.ts'
import { reasonText } from './reason-text.ts'

type Columns = readonly (readonly [ColumnKey, CellFormat])[]

/** The read-out as tables of typed numbers. */
export function readoutSheets(reading: ExperimentReading, speech: Speech): readonly Sheet[] {
  const { sections } = speech.words.exports
  const { stats } = reading
  const make = (key: SheetKey, name: string, columns: Columns, rows: readonly (readonly Cell[])[]): Sheet => ({
    name,
    meaning: speech.words.exports.sheets[key],
    columns: sheetColumns(columns, speech),
    rows,
  })
  return [
    make(
      'summary',
      sections.summary,
      [
        ['item', 'text'],
        ['value', 'text'],
      ],
      summaryRows(reading, speech),
    ),
    make('reasons', sections.verdict, [['reason', 'text']], reasonRows(reading, speech)),
    make('arms', sections.arms, ARMS, armCells(reading, speech)),
    make('effects', sections.effects, EFFECTS, effectCells(reading, speech)),
    make('guardrails', sections.guardrails, GUARDRAILS, guardrailCells(reading, speech)),
    make('secondary', sections.secondary, SECONDARY, secondaryCells(reading, speech)),
    make('looks', sections.looks, LOOKS, lookCells(reading, speech)),
    make(
      'population',
      sections.population,
      [
        ['item', 'text'],
        ['value', 'whole'],
      ],
      populationCounts(stats, speech),
    ),
  ]
}

function summaryRows(reading: ExperimentReading, { words, language }: Speech): readonly (readonly Cell[])[] {
  const { frame, kinds, labels, sections, verdicts, confidences, metricTypes } = words.exports
  const { project, stats, decision, engineVersion, generatedAt } = reading
  return [
    [kinds.readout, project.projectName],
    [frame.experiment, project.id],
    [sections.verdict, verdicts[decision.verdict]],
    [labels.confidence.replace(/[:：]?\s*\{\{.*$/, ''), confidences[decision.confidence]],
    [labels.primary, stats.primary_metric_name],
    [labels.metricType, metricTypes[project.payload.metrics.metric_type]],
    [sections.sampleRatio, stats.srm.verdict],
    [frame.dataVersion, stats.data_version],
    [frame.engine, engineVersion],
    [frame.generated, momentText(generatedAt, language)],
  ]
}

function reasonRows({ stats, decision }: ExperimentReading, speech: Speech): readonly (readonly Cell[])[] {
  return [...decision.reasons, ...decision.blockers].map(reason => [reasonText(reason, stats, speech)])
}

const ARMS: Columns = [
  ['arm', 'text'],
  ['persons', 'whole'],
  ['expected', 'number'],
  ['converted', 'whole'],
  ['rate', 'fraction'],
  ['mean', 'number'],
  ['spread', 'number'],
  ['ratio', 'number'],
]

function armCells({ stats }: ExperimentReading, speech: Speech): readonly (readonly Cell[])[] {
  return armRows(stats).map(row => [
    armName(row.variation_index, speech),
    row.exposed_users,
    row.expected,
    row.converted_users,
    row.conversion_rate,
    row.mean,
    row.std,
    row.ratio,
  ])
}

const EFFECTS: Columns = [
  ['arm', 'text'],
  ['effect', 'number'],
  ['lower', 'number'],
  ['upper', 'number'],
  ['level', 'fraction'],
  ['relative', 'fraction'],
  ['pValue', 'probability'],
  ['pValueLog10', 'number'],
  ['alwaysLower', 'number'],
  ['alwaysUpper', 'number'],
  ['alwaysP', 'probability'],
  ['probability', 'fraction'],
  ['significant', 'text'],
]

function effectCells({ stats }: ExperimentReading, speech: Speech): readonly (readonly Cell[])[] {
  return effectRows(stats).map(row => [
    armName(row.arm, speech),
    row.effect,
    row.lower,
    row.upper,
    row.level,
    row.relativePct === null ? null : Number((row.relativePct / 100).toFixed(8)),
    row.pValue,
    row.pValueLog10,
    row.alwaysLower,
    row.alwaysUpper,
    row.alwaysP,
    row.probability,
    row.isSignificant,
  ])
}

const GUARDRAILS: Columns = [
  ['metric', 'text'],
  ['arm', 'text'],
  ['status', 'text'],
  ['effect', 'number'],
  ['harm', 'number'],
  ['harmBound', 'number'],
  ['margin', 'number'],
  ['pValue', 'probability'],
]

function guardrailCells({ stats }: ExperimentReading, speech: Speech): readonly (readonly Cell[])[] {
  return stats.guardrail.metrics.flatMap(({ name, comparisons }) =>
    comparisons.map(each => [
      name,
      armName(each.treatment_index, speech),
      statusName(each.status, speech),
      each.effect,
      each.harm,
      each.harm_lower_bound,
      each.margin,
      each.p_value,
    ]),
  )
}

const SECONDARY: Columns = [
  ['metric', 'text'],
  ['arm', 'text'],
  ['effect', 'number'],
  ['lower', 'number'],
  ['upper', 'number'],
  ['pValue', 'probability'],
  ['adjustedP', 'probability'],
  ['significant', 'text'],
]

function secondaryCells({ stats }: ExperimentReading, speech: Speech): readonly (readonly Cell[])[] {
  return stats.secondary.metrics.flatMap(({ name, comparisons }) =>
    comparisons.map(each => [
      name,
      armName(each.treatment_index, speech),
      each.effect,
      each.ci_lower,
      each.ci_upper,
      each.p_value,
      each.adjusted_p_value,
      each.is_significant,
    ]),
  )
}

const LOOKS: Columns = [
  ['look', 'whole'],
  ['fraction', 'fraction'],
  ['takenAt', 'moment'],
  ['arm', 'text'],
  ['boundary', 'number'],
  ['statistic', 'number'],
  ['crossed', 'text'],
]

function lookCells({ stats }: ExperimentReading, speech: Speech): readonly (readonly Cell[])[] {
  return stats.looks.flatMap(
    ({ look, information_fraction: fraction, recorded_at: at, boundary_z: bound, comparisons }) =>
      comparisons.map(each => [
        look,
        fraction,
        at,
        armName(each.treatment_index, speech),
        bound,
        each.test_statistic,
        each.crossed,
      ]),
  )
}
