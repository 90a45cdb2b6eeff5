import { Type } from 'typebox'
import type { Clock } from '../../clock.ts'
import { forbidden } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { templateAudit } from './template-audit.ts'
import { TemplateParams } from './template-schema.ts'
import type { Templates } from './templates.ts'

const TemplateDeleteResponse = Type.Object(
  { id: Type.String(), deleted: Type.Literal(true) },
  { title: 'TemplateDeleteResponse' },
)

export const deleteTemplate = route({
  method: 'DELETE',
  path: '/api/v1/templates/{template_id}',
  operationId: 'deleteTemplate',
  tag: 'templates',
  summary: 'Delete a template of your own',
  description: 'Projects that were started from it stay. Built-in ones can not be deleted.',
  scope: 'write',
  params: TemplateParams,
  responses: { 200: TemplateDeleteResponse },
  errors: [404],
  async handle(request, { templates, clock }: { templates: Templates; clock: Clock }) {
    const template = await templates.get(request.params.template_id)
    if (template.isBuiltIn) throw forbidden({ key: 'templateIsBuiltIn' }, 'template_delete_forbidden')
    await templates.own.delete(template.id, templateAudit('template.delete', template, request, clock))
    return reply(200, { id: template.id, deleted: true })
  },
})
