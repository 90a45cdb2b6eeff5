import { type TSchema, Type } from 'typebox'
import { JsonObject, optional, withDefault } from '../../http/schema.ts'

/** Like `record`, but what else is sent is left alone. */
function open<P extends Record<string, TSchema>>(name: string, properties: P) {
  return Type.Object(properties, { title: name, additionalProperties: true })
}

const context = {
  project_context: JsonObject,
  setup: optional(JsonObject),
  metrics: optional(JsonObject),
  constraints: optional(JsonObject),
}

export const LlmAdviceRequest = open('LlmAdviceRequest', {
  ...context,
  hypothesis: optional(JsonObject),
  additional_context: optional(JsonObject),
  calculation_results: optional(JsonObject),
  warnings: optional(Type.Array(JsonObject, { maxItems: 1000 })),
})

export const HypothesisIdeationRequest = open('HypothesisIdeationRequest', {
  ...context,
  business_problem: optional(Type.String()),
  count: withDefault(Type.Integer({ minimum: 1, maximum: 5 }), 3),
})
