import { type Static, Type } from 'typebox'
import { nullable, oneOf } from '../../http/schema.ts'
import type { Advised } from './advice.ts'

const Texts = Type.Array(Type.String())
const MaybeText = nullable(Type.String())

export const AdvicePayload = Type.Object(
  {
    brief_assessment: Type.String(),
    key_risks: Texts,
    design_improvements: Texts,
    metric_recommendations: Texts,
    interpretation_pitfalls: Texts,
    additional_checks: Texts,
  },
  { title: 'AdvicePayload' },
)

/** Advice of a language model, or why there is none. */
export const LlmAdviceResponse = Type.Object(
  {
    available: Type.Boolean(),
    provider: Type.String(),
    model: Type.String(),
    advice: nullable(AdvicePayload),
    raw_text: MaybeText,
    error: MaybeText,
    error_code: MaybeText,
  },
  { title: 'LlmAdviceResponse' },
)

export type LlmAdviceResponse = Static<typeof LlmAdviceResponse>

export type AdvicePayload = Static<typeof AdvicePayload>

const HypothesisCandidate = Type.Object(
  {
    change: Type.String(),
    rationale: Type.String(),
    primary_metric: Type.String(),
    expected_direction: oneOf('increase', 'decrease'),
  },
  { title: 'HypothesisCandidate' },
)

export type HypothesisCandidate = Static<typeof HypothesisCandidate>

export const HypothesisIdeationResponse = Type.Object(
  {
    available: Type.Boolean(),
    provider: Type.String(),
    model: Type.String(),
    hypotheses: Type.Array(HypothesisCandidate),
    raw_text: MaybeText,
    error: MaybeText,
    error_code: MaybeText,
  },
  { title: 'HypothesisIdeationResponse' },
)

export function adviceResponse({ value, ...advised }: Advised<AdvicePayload>): LlmAdviceResponse {
  return { ...advised, advice: value }
}
