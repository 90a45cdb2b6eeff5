import { type Clock, isoTime } from '../../clock.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { idIssues } from '../comparison/compare-many-projects.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { comparisonDocument } from './comparison/comparison-document.ts'
import { type ComparedProject, compareProjects } from './comparison/project-comparison.ts'
import { type RenderDeps, renderPdf } from './document/rendering.ts'
import { ComparisonExportRequest, ExportResponse } from './export-schema.ts'
import type { LatestRuns } from './latest-runs.ts'
import { markdownDocument } from './markdown/markdown-document.ts'

interface ComparisonDeps extends RenderDeps {
  readonly projects: ProjectsRepository
  readonly latestRuns: LatestRuns
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
  example: { project_ids: ['first-project-id', 'second-project-id'], format: 'markdown' },
  rules: [({ project_ids: ids }) => idIssues(ids)],
  responses: { 200: ExportResponse },
  errors: [404],
  async handle(request, deps: ComparisonDeps) {
    const { body, speech } = request
    const compared = await Promise.all(body.project_ids.map(id => findCompared(id.trim(), deps)))
    const document = comparisonDocument(compareProjects(compared), speech, isoTime(deps.clock.now()))
    const content =
      body.format === 'pdf' ? (await renderPdf(document, request, deps)).toString('base64') : markdownDocument(document)
    return reply(200, { content }, languageHeaders(speech))
  },
})

async function findCompared(id: string, { projects, latestRuns }: ComparisonDeps): Promise<ComparedProject> {
  const project = await projects.find(id)
  if (project === null || project.archivedAt !== null) throw notFound({ key: 'projectNotFound' })
  const run = await latestRuns.findLatest(id)
  if (run === null) throw notFound({ key: 'analysisSnapshotNotFound' })
  return { project, run }
}
