import type { Static } from 'typebox'
import { badRequest, HttpError } from '../../http/errors.ts'
import type { Speech } from '../../http/speech.ts'
import { calculationResponse } from '../planning/calculation-response.ts'
import type { CalculationResponse } from '../planning/calculation-schema.ts'
import { planFigures } from '../planning/plan-figures.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'

/** The sizes of a whole design, printed. Throws where it can not be sized. */
export function plannedDesign(payload: ExperimentPayload, speech: Speech): Static<typeof CalculationResponse> {
  const { metrics } = payload
  // A project may be kept without it, but not sized. The contract wants a plain sentence here.
  if (metrics.metric_type === 'ratio' && metrics.std_dev === null) {
    throw new HttpError(422, 'http_error', { key: 'ratioNeedsSpread' })
  }
  const plan = storedPlan(payload)
  const figures = planFigures(plan)
  if (!figures.ok) throw badRequest({ key: 'noFiniteSize' })
  return calculationResponse(plan, figures.value, speech)
}
