import type { Static } from 'typebox'
import { printIssue } from '../../http/error-envelope.ts'
import { HttpError, type Issue } from '../../http/errors.ts'
import { speechOf } from '../../http/speech.ts'
import { parserOf } from '../../http/validation.ts'
import { calculationResponse } from './calculation-response.ts'
import { calculationIssues } from './calculation-rules.ts'
import { type CalculationPlan, CalculationRequest, type CalculationResponse } from './calculation-schema.ts'
import { planFigures } from './plan-figures.ts'

export interface PlanFailure {
  readonly ok: false
  /** One line a fault. */
  readonly faults: readonly string[]
}

export type PlanResult = { readonly ok: true; readonly calculation: Static<typeof CalculationResponse> } | PlanFailure

const parse = parserOf(CalculationRequest, 'body')
const speech = speechOf('en')

/** The same answer as POST /api/v1/calculate, without a server. */
export function planSizes(request: Readonly<Record<string, unknown>>): PlanResult {
  try {
    const plan = parse(structuredClone(request)) as CalculationPlan
    const issues = calculationIssues(plan)
    if (issues.length > 0) return { ok: false, faults: issues.map(lineOf) }
    const figures = planFigures(plan)
    if (!figures.ok) return { ok: false, faults: [speech.words.errors.noFiniteSize] }
    return { ok: true, calculation: calculationResponse(plan, figures.value, speech) }
  } catch (error) {
    if (!(error instanceof HttpError) || 'key' in error.detail) throw error
    return { ok: false, faults: error.detail.map(lineOf) }
  }
}

function lineOf(issue: Issue): string {
  const { loc, msg } = printIssue(issue, speech)
  return `${loc.slice(1).join('.')}: ${msg}`
}
