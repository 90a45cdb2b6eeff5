import { Type } from 'typebox'
import { reply, route } from '../../http/route.ts'
import { TemplateRecord, templateRecord } from './template-schema.ts'
import type { Templates } from './templates.ts'

const TemplateListResponse = Type.Object(
  { templates: Type.Array(TemplateRecord), total: Type.Integer() },
  { title: 'TemplateListResponse' },
)

export const listTemplates = route({
  method: 'GET',
  path: '/api/v1/templates',
  operationId: 'listTemplates',
  tag: 'templates',
  summary: 'List templates',
  description: 'Built-in ones first, then the most used.',
  scope: 'read',
  responses: { 200: TemplateListResponse },
  async handle(_request, { templates }: { templates: Templates }) {
    const all = await templates.list()
    return reply(200, { templates: all.map(templateRecord), total: all.length })
  },
})
