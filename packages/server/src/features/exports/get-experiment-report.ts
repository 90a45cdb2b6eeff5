import { Type } from 'typebox'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { reply, route } from '../../http/route.ts'
import { oneOf, shownAs } from '../../http/schema.ts'
import { languageHeaders } from '../../http/speech.ts'
import { attachmentHeaders, slugOf } from './document/attachment.ts'
import { type RenderDeps, type RenderRequest, renderPdf, renderXlsx } from './document/rendering.ts'
import { htmlDocument } from './html/html-document.ts'
import { markdownDocument } from './markdown/markdown-document.ts'
import { type ReadingDeps, readExperiment } from './read-experiment.ts'
import type { ExperimentReading } from './readout/experiment-reading.ts'
import { readoutDocument } from './readout/readout-document.ts'
import { readoutSheets } from './readout/readout-sheets.ts'
import { csvSheets } from './sheets/csv-sheets.ts'

const FORMATS = {
  markdown: { extension: 'md', media: 'text/markdown; charset=utf-8' },
  html: { extension: 'html', media: 'text/html; charset=utf-8' },
  pdf: { extension: 'pdf', media: 'application/pdf' },
  csv: { extension: 'csv', media: 'text/csv; charset=utf-8' },
  xlsx: { extension: 'xlsx', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const

type Format = keyof typeof FORMATS
type Deps = ReadingDeps & RenderDeps

export const getExperimentReport = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/report/{format}',
  operationId: 'getExperimentReport',
  tag: 'reports',
  summary: 'The read-out of an experiment as a file',
  description:
    'Verdict, effects, arms, sample ratio, guardrails, looks and population, from the same read as /live-stats.',
  scope: 'read',
  params: Type.Object({
    experiment_id: shownAs(Type.String(), EXAMPLE_IDS.project),
    format: oneOf('markdown', 'html', 'pdf', 'csv', 'xlsx'),
  }),
  responses: { 200: null },
  media: Object.values(FORMATS).map(({ media }) => media.split(';', 1)[0]!),
  errors: [404, 429, 503],
  async handle(request, deps: Deps) {
    const { params, speech } = request
    const reading = await readExperiment(params.experiment_id, deps, speech)
    const { extension, media } = FORMATS[params.format]
    const headers = attachmentHeaders(`${slugOf(reading.project.projectName)}-readout.${extension}`, media)
    const content = await contentOf(params.format, reading, request, deps)
    return reply(200, content, { ...languageHeaders(speech), ...headers })
  },
})

async function contentOf(
  format: Format,
  reading: ExperimentReading,
  request: RenderRequest,
  deps: Deps,
): Promise<string | Buffer> {
  const { speech } = request
  const document = readoutDocument(reading, speech)
  switch (format) {
    case 'markdown':
      return markdownDocument(document)
    case 'html':
      return htmlDocument(document)
    case 'pdf':
      return renderPdf(document, request, deps)
    case 'csv':
      return csvSheets(readoutSheets(reading, speech))
    case 'xlsx':
      return renderXlsx(document, readoutSheets(reading, speech), request, deps)
  }
}
