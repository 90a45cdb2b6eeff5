import { type Static, Type } from 'typebox'
import { nullable } from '../../http/schema.ts'

const Texts = Type.Array(Type.String())
const MaybeText = nullable(Type.String())

const AdvicePayload = Type.Object(
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
