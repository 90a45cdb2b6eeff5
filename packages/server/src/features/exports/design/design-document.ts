import type { Speech } from '../../../http/speech.ts'
import { momentText } from '../document/moment-text.ts'
import type { ReportDocument } from '../document/report-document.ts'
import type { PrintedReport } from '../export-schema.ts'
import { designSections } from './design-sections.ts'

/** The report of a design, as it was sent. */
export function designDocument(report: PrintedReport, speech: Speech, generatedAt: string): ReportDocument {
  const { kinds, frame } = speech.words.exports
  return {
    language: speech.language,
    title: report.metrics_plan.primary[0] ?? kinds.design,
    kind: kinds.design,
    generatedAt,
    facts: [{ label: frame.generated, value: momentText(generatedAt, speech.language) }],
    sections: designSections(report, speech),
  }
}
