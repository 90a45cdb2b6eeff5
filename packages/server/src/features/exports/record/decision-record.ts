import type { LiveStats } from '../../readout/live-stats-schema.ts'
import type { ExperimentReading } from '../readout/experiment-reading.ts'

const RECORD_KIND = 'verdict.decision-record'
const RECORD_VERSION = 1

/** What was decided, on which design and which data: numbers and codes only, so that it reads the same in every language. */
export function decisionRecord(reading: ExperimentReading): Readonly<Record<string, unknown>> {
  const { project, stats, decision, engineVersion, generatedAt } = reading
  const { verdict, confidence, reasons, blockers, policy, evidence } = decision
  return {
    kind: RECORD_KIND,
    version: RECORD_VERSION,
    experiment_id: project.id,
    project_name: project.projectName,
    project_revision: project.revisionCount,
    design: project.payload,
    data_version: stats.data_version,
    engine_version: engineVersion,
    live_stats: summaryOf(stats),
    decision: { verdict, confidence, policy, evidence },
    reasons,
    blockers,
    generated_at: generatedAt,
  }
}

function summaryOf(stats: LiveStats): Readonly<Record<string, unknown>> {
  const { srm, sequential, guardrail, secondary, population } = stats
  return {
    metric_type: stats.metric_type,
    primary_metric_name: stats.primary_metric_name,
    exposures_total: stats.exposures_total,
    conversions_total: stats.conversions_total,
    srm: withoutWords(srm),
    comparisons: stats.comparisons.map(withoutWords),
    sequential: withoutWords(sequential),
    looks: stats.looks,
    guardrail: withoutWords(guardrail),
    secondary,
    population,
  }
}

const WORDS = new Set(['note', 'verdict', 'interpretation', 'effect_size_label', 'disclaimer'])

/** The sentences of the wire are in the reader's language; they are no part of a record. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !WORDS.has(key))
      .map(([key, each]) => [key, withoutWords(each)]),
  )
}
