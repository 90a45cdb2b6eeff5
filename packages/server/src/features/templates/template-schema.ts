import { type Static, Type } from 'typebox'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { shownAs } from '../../http/schema.ts'
import { ExperimentInput } from '../projects/experiment-input.ts'
import type { UsedTemplate } from './template.ts'

export const TemplateParams = Type.Object({ template_id: shownAs(Type.String(), EXAMPLE_IDS.template) })

export const TemplateRecord = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    category: Type.String(),
    description: Type.String(),
    built_in: Type.Boolean(),
    tags: Type.Array(Type.String()),
    payload: ExperimentInput,
    usage_count: Type.Integer(),
  },
  { title: 'TemplateRecord' },
)

export function templateRecord(template: UsedTemplate): Static<typeof TemplateRecord> {
  return {
    id: template.id,
    name: template.name,
    category: template.category,
    description: template.description,
    built_in: template.isBuiltIn,
    tags: [...template.tags],
    payload: template.payload as Static<typeof ExperimentInput>,
    usage_count: template.usageCount,
  }
}
