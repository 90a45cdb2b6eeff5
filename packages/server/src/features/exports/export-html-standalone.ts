import { type Clock, isoTime } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import { standaloneDocument } from './design/standalone-document.ts'
import { attachmentHeaders, fileNameOf } from './document/attachment.ts'
import { StandaloneExportRequest } from './export-schema.ts'
import { htmlDocument } from './html/html-document.ts'

export const exportHtmlStandalone = route({
  method: 'POST',
  path: '/api/v1/export/html-standalone',
  operationId: 'exportHtmlStandalone',
  tag: 'reports',
  summary: 'A report of anything at hand as an HTML file',
  description:
    'calculation, design, sensitivity, advice and results are answers of this API; what is known of them is printed.',
  scope: 'read',
  body: StandaloneExportRequest,
  example: {
    project_name: 'Checkout redesign',
    hypothesis: 'Fewer steps raise the purchase rate',
    calculation: {
      calculation_summary: { metric_type: 'binary', baseline_value: 0.042, mde_pct: 5, alpha: 0.05, power: 0.8 },
      results: { sample_size_per_variant: 145_000, total_sample_size: 290_000, estimated_duration_days: 41 },
    },
    design: { randomization_unit: 'user', traffic_split: [50, 50] },
  },
  responses: { 200: null },
  media: 'text/html',
  handle({ body, speech }, { clock }: { clock: Clock }) {
    const document = standaloneDocument(body, speech, isoTime(clock.now()))
    const name = fileNameOf(body.project_name) || 'experiment'
    const headers = attachmentHeaders(`${name}-report.html`, 'text/html; charset=utf-8')
    return reply(200, htmlDocument(document), { ...languageHeaders(speech), ...headers })
  },
})
