import { cleanTexts } from '../document/clean-text.ts'
import type { ReportDocument, Section } from '../document/report-document.ts'
import { drawBlock } from './pdf-blocks.ts'
import { PdfFlow } from './pdf-flow.ts'
import { COLORS, CONTENT_WIDTH, LEADING, PAGE, STYLES } from './pdf-look.ts'
import type { Line } from './pdf-writer.ts'

const MOST_TITLE_LINES = 4

/** What the PDF says beside the report itself. */
export interface PdfInput {
  readonly document: ReportDocument
  /** "Page {{page}} of {{pages}}". */
  readonly pageText: string
  /** Short, at the foot of every page. */
  readonly footer: string
}

/** A report as PDF: A4, text that can be searched, vector charts, bookmarks, page numbers. */
export async function pdfDocument(input: PdfInput): Promise<Uint8Array> {
  const { document, pageText, footer } = cleanTexts(input)
  const { default: Pdf } = await import('pdfkit')
  const { language, title, kind, generatedAt } = document
  const pdf = new Pdf({
    ...{ size: 'A4', margin: 0, bufferPages: true, pdfVersion: '1.7', lang: language, displayTitle: true },
    info: { Title: title, Subject: kind, Creator: 'Verdict', Producer: 'Verdict', CreationDate: new Date(generatedAt) },
  })
  // pdfkit writes its XML metadata without escaping: a name could break out of it. The information dictionary has all of it.
  Object.assign(pdf, { endMetadata: () => undefined })
  const bytes = collected(pdf)
  const flow = new PdfFlow(pdf, language)
  drawTitle(flow, document)
  for (const section of document.sections) drawSection(flow, section)
  drawMargins(flow, document, pageText, footer)
  pdf.end()
  return bytes
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

function drawTitle(flow: PdfFlow, { title, kind, facts }: ReportDocument): void {
  flow.text(kind, STYLES.kind)
  for (const line of titleLines(flow, title)) {
    flow.drawLine(line, STYLES.title, { x: PAGE.side, width: CONTENT_WIDTH }, flow.y)
    flow.y += STYLES.title.size * 1.3
  }
  flow.skip(4)
  for (const { label, value } of facts) flow.text(`${label}: ${value}`, STYLES.note)
  flow.skip(6)
  flow.pdf.rect(PAGE.side, flow.y, CONTENT_WIDTH, 1.5).fillColor(COLORS.accent, 1).fill()
  flow.skip(8)
}

/** A name is its owner's: it runs by its own first letter. One that is too long ends with an ellipsis. */
function titleLines({ writer }: PdfFlow, title: string): readonly Line[] {
  const lines = writer.wrapped(title, STYLES.title, CONTENT_WIDTH)
  if (lines.length <= MOST_TITLE_LINES) return lines
  const length = Math.floor((title.length * (MOST_TITLE_LINES - 0.5)) / lines.length)
  const cut = `${title.slice(0, length).toWellFormed().trimEnd()}…`
  return writer.wrapped(cut, STYLES.title, CONTENT_WIDTH).slice(0, MOST_TITLE_LINES)
}

function drawSection(flow: PdfFlow, { title, blocks }: Section): void {
  flow.skip(12)
  flow.ensure(STYLES.section.size * LEADING + 60)
  flow.pdf.outline.addItem(title)
  flow.text(title, STYLES.section)
  flow.skip(3)
  for (const block of blocks) drawBlock(flow, block)
}

/** Head and foot are drawn last, when the number of pages is known. */
function drawMargins(flow: PdfFlow, { title, kind }: ReportDocument, pageText: string, footer: string): void {
  const { start, count } = flow.pdf.bufferedPageRange()
  const box = { x: PAGE.side, width: CONTENT_WIDTH }
  const half = CONTENT_WIDTH / 2 - 8
  for (let index = 0; index < count; index += 1) {
    flow.pdf.switchToPage(start + index)
    if (index > 0) {
      flow.drawLine(flow.fitted(title, STYLES.margin, half), STYLES.margin, box, 34)
      flow.drawLine(flow.fitted(kind, STYLES.margin, half), STYLES.margin, box, 34, true)
      rule(flow, 49)
    }
    rule(flow, PAGE.height - 46)
    const page = pageText.replace('{{page}}', String(index + 1)).replace('{{pages}}', String(count))
    flow.drawLine(flow.fitted(footer, STYLES.margin, half), STYLES.margin, box, PAGE.height - 41)
    flow.drawLine(flow.fitted(page, STYLES.margin, half), STYLES.margin, box, PAGE.height - 41, true)
  }
}

function rule({ pdf }: PdfFlow, y: number): void {
  pdf.undash().lineWidth(0.5).strokeColor(COLORS.line)
  pdf
    .moveTo(PAGE.side, y)
    .lineTo(PAGE.side + CONTENT_WIDTH, y)
    .stroke()
}
