import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { type AdviceDeps, adviseOn } from './advice.ts'
import { LlmAdviceRequest } from './advice-request.ts'
import { adviceResponse, LlmAdviceResponse } from './advice-schema.ts'
import { advicePrompt } from './prompts.ts'
import { readAdvice } from './read-answer.ts'
import { shownDesign } from './shown-design.ts'

export const getAdvice = route({
  method: 'POST',
  path: '/api/v1/llm/advice',
  operationId: 'getAdvice',
  tag: 'advice',
  summary: 'Ask a language model about a design',
  description:
    'X-AB-LLM-Provider (openai, anthropic, mistral) and X-AB-LLM-Token choose a provider; without them the operator’s own model is asked. Only what the question needs is sent. A model that fails is no error here, unless it was chosen.',
  scope: 'read',
  body: LlmAdviceRequest,
  example: {
    project_context: { domain: 'e-commerce', product_type: 'web shop' },
    metrics: { primary_metric_name: 'purchase', metric_type: 'binary', baseline_value: 0.042, mde_pct: 5 },
  },
  responses: { 200: LlmAdviceResponse },
  errors: [503],
  async handle(request, deps: AdviceDeps) {
    const { body, speech } = request
    const design = shownDesign(body, body.warnings ?? [])
    const advised = await adviseOn(advicePrompt(design, speech.language), readAdvice, request, deps)
    return reply(200, adviceResponse(advised), languageHeaders(speech))
  },
})
