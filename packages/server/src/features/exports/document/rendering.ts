import { digestOf } from '../../../http/entity-tag.ts'
import type { Speech } from '../../../http/speech.ts'
import type { Computation } from '../../../jobs/computation.ts'
import type { Compute } from '../../../jobs/compute.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { guideSheet } from '../sheets/sheet-columns.ts'
import { pdfComputation, xlsxComputation } from './render-computations.ts'
import type { ReportDocument } from './report-document.ts'

export interface RenderDeps {
  readonly compute: Compute
}

/** What a rendering needs of its request. */
export interface RenderRequest {
  readonly speech: Speech
  departure(): AbortSignal
}

/** The PDF of a report. */
export function renderPdf(document: ReportDocument, request: RenderRequest, deps: RenderDeps): Promise<Buffer> {
  const { frame } = request.speech.words.exports
  const footer = document.facts.find(({ label }) => label === frame.generated)
  const input = { document, pageText: frame.page, footer: footer ? `${footer.label}: ${footer.value}` : document.kind }
  return rendered(pdfComputation, input, request, deps)
}

/** The workbook of a report; its first sheet says what the others hold. */
export function renderXlsx(
  { title, generatedAt, facts, language }: ReportDocument,
  sheets: readonly Sheet[],
  request: RenderRequest,
  deps: RenderDeps,
): Promise<Buffer> {
  const guide = guideSheet(sheets, [title, ...facts].map(titleOrFact), request.speech)
  return rendered(xlsxComputation, { language, title, generatedAt, guide, sheets }, request, deps)
}

function titleOrFact(line: string | { readonly label: string; readonly value: string }): readonly [string, string] {
  return typeof line === 'string' ? [line, ''] : [line.label, line.value]
}

async function rendered<I>(
  computation: Computation<I, Promise<Uint8Array>>,
  input: I,
  { departure }: RenderRequest,
  { compute }: RenderDeps,
): Promise<Buffer> {
  // A report waits for its turn: who asked for a file would rather have it late than not.
  const options = { bodyDigest: () => digestOf(JSON.stringify(input)), departure, onStart: () => undefined }
  const bytes = await compute.run(computation, input, options)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
