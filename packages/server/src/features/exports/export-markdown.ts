import type { Clock } from '../../clock.ts'
import { isoTime } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { designDocument } from './design/design-document.ts'
import { EXAMPLE_REPORT } from './export-example.ts'
import { ExportResponse, ReportInput } from './export-schema.ts'
import { markdownDocument } from './markdown/markdown-document.ts'

export const exportMarkdown = route({
  method: 'POST',
  path: '/api/v1/export/markdown',
  operationId: 'exportMarkdown',
  tag: 'reports',
  summary: 'A design report as Markdown',
  description: 'Values are escaped: a name with pipes, stars or tags is printed as it is.',
  scope: 'read',
  body: ReportInput,
  example: EXAMPLE_REPORT,
  responses: { 200: ExportResponse },
  handle({ body, speech }, { clock }: { clock: Clock }) {
    const document = designDocument(body, speech, isoTime(clock.now()))
    return reply(200, { content: markdownDocument(document) }, languageHeaders(speech))
  },
})
