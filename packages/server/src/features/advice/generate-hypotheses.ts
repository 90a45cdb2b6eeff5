import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { type AdviceDeps, adviseOn } from './advice.ts'
import { HypothesisIdeationRequest } from './advice-request.ts'
import { HypothesisIdeationResponse } from './advice-schema.ts'
import { hypothesesPrompt } from './prompts.ts'
import { readHypotheses } from './read-answer.ts'
import { shownDesign } from './shown-design.ts'

export const generateHypotheses = route({
  method: 'POST',
  path: '/api/v1/hypotheses/generate',
  operationId: 'generateHypotheses',
  tag: 'advice',
  summary: 'Ask a language model for hypotheses',
  description: 'Chosen and guarded as advice is. The number of hypotheses may differ from what was asked for.',
  scope: 'read',
  body: HypothesisIdeationRequest,
  example: {
    project_context: { domain: 'e-commerce', product_type: 'web shop' },
    business_problem: 'Buyers leave at the second step',
    count: 3,
  },
  responses: { 200: HypothesisIdeationResponse },
  errors: [503],
  async handle(request, deps: AdviceDeps) {
    const { body, speech } = request
    const problem = { hypothesis: { business_problem: body.business_problem } }
    const prompt = hypothesesPrompt(shownDesign({ ...body, ...problem }), body.count, speech.language)
    const { value, ...advised } = await adviseOn(prompt, readHypotheses, request, deps)
    return reply(200, { ...advised, hypotheses: [...(value ?? [])] }, languageHeaders(speech))
  },
})
