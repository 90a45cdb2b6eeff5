import { reply, route } from '../../http/route.ts'
import { TemplateParams, TemplateRecord, templateRecord } from './template-schema.ts'
import type { Templates } from './templates.ts'

export const getTemplate = route({
  method: 'GET',
  path: '/api/v1/templates/{template_id}',
  operationId: 'getTemplate',
  tag: 'templates',
  summary: 'Read a template',
  description: 'Built-in or your own, with how often it was used.',
  scope: 'read',
  params: TemplateParams,
  responses: { 200: TemplateRecord },
  errors: [404],
  async handle({ params }, { templates }: { templates: Templates }) {
    return reply(200, templateRecord(await templates.get(params.template_id)))
  },
})
