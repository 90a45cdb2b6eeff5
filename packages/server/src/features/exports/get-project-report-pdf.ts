import { route } from '../../http/route.ts'
import { ProjectParams } from '../projects/project-params.ts'
import { projectDocument } from './design/project-document.ts'
import { renderPdf } from './document/rendering.ts'
import { type ProjectReportDeps, projectReportReply } from './project-report-reply.ts'

const MEDIA = 'application/pdf'

export const getProjectReportPdf = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}/report/pdf',
  operationId: 'getProjectReportPdf',
  tag: 'reports',
  summary: 'The newest analysis of a project as PDF',
  description: 'Sizes, sensitivity, power curve, design, risks, warnings and the eight newest revisions.',
  scope: 'read',
  params: ProjectParams,
  responses: { 200: null },
  media: MEDIA,
  errors: [404, 429],
  handle: (request, deps: ProjectReportDeps) =>
    projectReportReply(request, deps, {
      extension: 'pdf',
      media: MEDIA,
      content: report => renderPdf(projectDocument(report, request.speech), request, deps),
    }),
})
