import { type Clock, isoTime } from '../../clock.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { idIssues } from '../comparison/compare-many-projects.ts'
import { type ComparisonDeps, getComparedProjects } from '../comparison/compared-project.ts'
import { comparisonDocument } from './comparison/comparison-document.ts'
import { projectComparison } from './comparison/project-comparison.ts'
import { type RenderDeps, renderPdf } from './document/rendering.ts'
import { ComparisonExportRequest, ExportResponse } from './export-schema.ts'
import { markdownDocument } from './markdown/markdown-document.ts'

interface ComparisonExportDeps extends RenderDeps, ComparisonDeps {
  readonly clock: Clock
}

export const exportComparison = route({
  method: 'POST',
  path: '/api/v1/export/comparison',
  operationId: 'exportComparison',
  tag: 'reports',
  summary: 'Several designs side by side, as Markdown or PDF',
  description: 'Of the newest analysis of each project. The PDF stands in content as base64.',
  scope: 'read',
  body: ComparisonExportRequest,
  example: { project_ids: [EXAMPLE_IDS.project, EXAMPLE_IDS.otherProject], format: 'markdown' },
  rules: [({ project_ids: ids }) => idIssues(ids)],
  responses: { 200: ExportResponse },
  errors: [404],
  async handle(request, deps: ComparisonExportDeps) {
    const { body, speech } = request
    const ids = body.project_ids.map(id => id.trim())
    const comparison = projectComparison(await getComparedProjects(deps, ids))
    const document = comparisonDocument(comparison, speech, isoTime(deps.clock.now()))
    const content =
      body.format === 'pdf' ? (await renderPdf(document, request, deps)).toString('base64') : markdownDocument(document)
    return reply(200, { content }, languageHeaders(speech))
  },
})
