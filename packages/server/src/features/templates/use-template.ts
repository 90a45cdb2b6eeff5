import type { Clock } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { templateAudit } from './template-audit.ts'
import { TemplateParams, TemplateRecord, templateRecord } from './template-schema.ts'
import type { Templates } from './templates.ts'

// Named after its operation; no hook of a UI library.
export const useTemplate = route({
  method: 'POST',
  path: '/api/v1/templates/{template_id}/use',
  operationId: 'useTemplate',
  tag: 'templates',
  summary: 'Start from a template',
  description: 'Counts the use and answers the template. No project is made yet.',
  scope: 'write',
  params: TemplateParams,
  responses: { 200: TemplateRecord },
  errors: [404],
  async handle(request, { templates, clock }: { templates: Templates; clock: Clock }) {
    const template = await templates.get(request.params.template_id)
    await templates.own.countUse(template.id, templateAudit('template.use', template, request, clock))
    return reply(200, templateRecord(await templates.get(template.id)))
  },
})
