import { type Static, Type } from 'typebox'
import type { ParsedOf } from '../../http/schema.ts'
import { LlmAdviceResponse } from '../advice/advice-schema.ts'
import { CalculationResponse } from '../planning/calculation-schema.ts'
import { ExperimentReport } from './report-schema.ts'

/** What `/analyze` answers, and what a project keeps as an analysis run. */
export const AnalysisResponse = Type.Object(
  { calculations: CalculationResponse, report: ExperimentReport, advice: LlmAdviceResponse },
  { title: 'AnalysisResponse' },
)

export type AnalysisResponse = Static<typeof AnalysisResponse>

/** The same, as it is kept. */
export type StoredAnalysis = ParsedOf<typeof AnalysisResponse>
