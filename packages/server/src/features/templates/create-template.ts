import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import type { Clock } from '../../clock.ts'
import type { Issue } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { type ParsedOf, record, withDefault } from '../../http/schema.ts'
import { ExperimentInput } from '../projects/experiment-input.ts'
import { experimentIssues } from '../projects/experiment-rules.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { templateAudit } from './template-audit.ts'
import { TemplateRecord, templateRecord } from './template-schema.ts'
import type { Templates } from './templates.ts'

const TemplateCreateRequest = record('TemplateCreateRequest', {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  category: withDefault(Type.String({ minLength: 1, maxLength: 60 }), 'Custom'),
  description: Type.String({ minLength: 1, maxLength: 240 }),
  tags: withDefault(Type.Array(Type.String(), { maxItems: 8 }), []),
  payload: ExperimentInput,
})

export const createTemplate = route({
  method: 'POST',
  path: '/api/v1/templates',
  operationId: 'createTemplate',
  tag: 'templates',
  summary: 'Keep a design as a template',
  description: 'The design is checked as a project is, and kept whole.',
  scope: 'write',
  body: TemplateCreateRequest,
  example: {
    name: 'Our checkout',
    description: 'Split and guardrails as we always use them',
    payload: EXAMPLE_PROJECT,
  },
  rules: [payloadIssues],
  responses: { 200: TemplateRecord },
  async handle(request, { templates, clock }: { templates: Templates; clock: Clock }) {
    const template = { ...request.body, id: randomUUID(), isBuiltIn: false }
    await templates.own.create(template, templateAudit('template.create', template, request, clock))
    return reply(200, templateRecord({ ...template, usageCount: 0 }))
  },
})

// The rules name places from the body on; here the design lies one level deeper.
function payloadIssues({ payload }: ParsedOf<typeof TemplateCreateRequest>): readonly Issue[] {
  return experimentIssues(payload).map(issue => ({ ...issue, loc: ['body', 'payload', ...issue.loc.slice(1)] }))
}
