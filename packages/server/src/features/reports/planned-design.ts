import type { Static } from 'typebox'
import { badRequest, HttpError } from '../../http/errors.ts'
import type { Reply } from '../../http/route.ts'
import { type ComputingDeps, type ComputingRequest, computedReply } from '../jobs/computed-reply.ts'
import { calculationResponse } from '../planning/calculation-response.ts'
import type { CalculationResponse } from '../planning/calculation-schema.ts'
import { planComputation } from '../planning/plan-figures.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'

interface DesignRequest extends ComputingRequest {
  readonly body: ExperimentPayload
}

/** Answers with what is printed of the sizes of a whole design. Throws where it can not be sized. */
export function plannedReply(
  request: DesignRequest,
  deps: ComputingDeps,
  print: (calculations: Static<typeof CalculationResponse>) => unknown,
): Promise<Reply> {
  const { metrics } = request.body
  // A project may be kept without it, but not sized. The contract wants a plain sentence here.
  if (metrics.metric_type === 'ratio' && metrics.std_dev === null) {
    throw new HttpError(422, 'http_error', { key: 'ratioNeedsSpread' })
  }
  const plan = storedPlan(request.body)
  return computedReply(request, deps, planComputation, plan, figures => {
    if (!figures.ok) throw badRequest({ key: 'noFiniteSize' })
    return print(calculationResponse(plan, figures.value, request.speech))
  })
}
