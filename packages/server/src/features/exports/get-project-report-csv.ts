import { route } from '../../http/route.ts'
import { ProjectParams } from '../projects/project-params.ts'
import { planSheets } from './design/project-sheets.ts'
import { type ProjectReportDeps, projectReportReply } from './project-report-reply.ts'
import { csvSheets } from './sheets/csv-sheets.ts'

const MEDIA = 'text/csv'

export const getProjectReportCsv = route({
  method: 'GET',
  path: '/api/v1/projects/{project_id}/report/csv',
  operationId: 'getProjectReportCsv',
  tag: 'reports',
  summary: 'The newest analysis of a project as CSV',
  description:
    'Sizes, sensitivity and guardrails, each under its # heading. Cells that could begin a formula are quoted.',
  scope: 'read',
  params: ProjectParams,
  responses: { 200: null },
  media: MEDIA,
  errors: [404, 429],
  handle: (request, deps: ProjectReportDeps) =>
    projectReportReply(request, deps, {
      extension: 'csv',
      media: `${MEDIA}; charset=utf-8`,
      content: async report => csvSheets(planSheets(report, request.speech)),
    }),
})
