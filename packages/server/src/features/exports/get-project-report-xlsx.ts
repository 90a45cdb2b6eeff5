import { route } from '../../http/route.ts'
import { ProjectParams } from '../projects/project-params.ts'
import { projectDocument } from './design/project-document.ts'
import { projectSheets } from './design/project-sheets.ts'
import { renderXlsx } from './document/rendering.ts'
import { type ProjectReportDeps, projectReportReply } from './project-report-reply.ts'

const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const getProjectReportXlsx = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}/report/xlsx',
  operationId: 'getProjectReportXlsx',
  tag: 'reports',
  summary: 'The newest analysis of a project as a workbook',
  description: 'Typed cells, a sheet that explains the others, no formulas.',
  scope: 'read',
  params: ProjectParams,
  responses: { 200: null },
  media: MEDIA,
  errors: [404, 429],
  handle: (request, deps: ProjectReportDeps) =>
    projectReportReply(request, deps, {
      extension: 'xlsx',
      media: MEDIA,
      content: report =>
        renderXlsx(projectDocument(report, request.speech), projectSheets(report, request.speech), request, deps),
    }),
})
