import { type Clock, isoTime } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { designDocument } from './design/design-document.ts'
import { EXAMPLE_REPORT } from './export-example.ts'
import { ExportResponse, ReportInput } from './export-schema.ts'
import { htmlDocument } from './html/html-document.ts'

export const exportHtml = route({
  method: 'POST',
  path: '/api/v1/export/html',
  operationId: 'exportHtml',
  tag: 'reports',
  summary: 'A design report as an HTML page',
  description: 'One page that loads nothing and runs nothing, in the language of Accept-Language.',
  scope: 'read',
  body: ReportInput,
  example: EXAMPLE_REPORT,
  responses: { 200: ExportResponse },
  handle({ body, speech }, { clock }: { clock: Clock }) {
    const document = designDocument(body, speech, isoTime(clock.now()))
    return reply(200, { content: htmlDocument(document) }, languageHeaders(speech))
  },
})
