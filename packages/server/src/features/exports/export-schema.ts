import { Type } from 'typebox'
import { JsonObject, oneOf, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { ExperimentReport } from '../reports/report-schema.ts'

export const ExportResponse = Type.Object({ content: Type.String() }, { title: 'ExportResponse' })

const { guardrail_metrics: guardrails, calculations, ...sections } = ExperimentReport.properties
const MaybeNumber = optional(Type.Number())

/** A report as it may be sent: what may be null may be left out, and unknown keys are passed over. */
export const ReportInput = Type.Object(
  {
    ...sections,
    calculations: Type.Object(
      { ...calculations.properties, design_effect: MaybeNumber, clusters_per_variant: optional(Type.Integer()) },
      { title: 'CalculationsSectionInput' },
    ),
    guardrail_metrics: withDefault(
      Type.Array(
        Type.Object(
          { ...guardrails.items.properties, detectable_mde_pp: MaybeNumber, detectable_mde_absolute: MaybeNumber },
          { title: 'GuardrailMetricReportInput' },
        ),
      ),
      [],
    ),
  },
  { title: 'ExperimentReportInput' },
)

export const StandaloneExportRequest = record('StandaloneExportRequest', {
  project_name: Type.String(),
  hypothesis: optional(Type.String()),
  calculation: JsonObject,
  design: JsonObject,
  ai_advice: optional(JsonObject),
  sensitivity: optional(JsonObject),
  results: optional(JsonObject),
})

export const ComparisonExportRequest = record('ComparisonExportRequest', {
  project_ids: Type.Array(Type.String(), { minItems: 2, maxItems: 5 }),
  format: oneOf('pdf', 'markdown'),
})

/** A report as it is printed. */
export type PrintedReport = ParsedOf<typeof ReportInput>
