import type { Static } from 'typebox'
import { digestOf } from '../../http/entity-tag.ts'
import type { Speech } from '../../http/speech.ts'
import type { Compute } from '../../jobs/compute.ts'
import { calculationResponse } from '../planning/calculation-response.ts'
import type { CalculationResponse } from '../planning/calculation-schema.ts'
import { planComputation } from '../planning/plan-figures.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import { experimentReport } from './experiment-report.ts'

/** What `/analyze` answers but for the advice, for callers without a request; null where no finite size fits. */
export async function analyzeDesign(payload: ExperimentPayload, compute: Compute, speech: Speech) {
  const plan = storedPlan(payload)
  const options = { bodyDigest: () => digestOf(JSON.stringify(plan)), departure: () => new AbortController().signal }
  const figures = await compute.run(planComputation, plan, options)
  if (!figures.ok) return null
  const calculations: Static<typeof CalculationResponse> = calculationResponse(plan, figures.value, speech)
  return { calculations, report: experimentReport(payload, calculations, speech) }
}
