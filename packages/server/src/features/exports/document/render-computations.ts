import type { Computation } from '../../../jobs/computation.ts'
import { type PdfInput, pdfDocument } from '../pdf/pdf-document.ts'
import { type WorkbookInput, xlsxWorkbook } from '../sheets/xlsx-workbook.ts'

// Measured on one core of two, 2026-11-23: fonts are opened anew for each report.
const PDF_MS = 150
const PDF_BLOCK_MS = 6
const XLSX_MS = 40
const XLSX_ROW_MS = 0.1

/** Renders a PDF in a thread: it takes too long for the event loop. */
export const pdfComputation: Computation<PdfInput, Promise<Uint8Array>> = {
  name: 'pdf',
  foreseenMs: ({ document }) =>
    PDF_MS + PDF_BLOCK_MS * document.sections.reduce((sum, { blocks }) => sum + blocks.length, 0),
  run: pdfDocument,
}

/** Writes a workbook in a thread. */
export const xlsxComputation: Computation<WorkbookInput, Promise<Uint8Array>> = {
  name: 'xlsx',
  foreseenMs: ({ sheets }) => XLSX_MS + XLSX_ROW_MS * sheets.reduce((sum, { rows }) => sum + rows.length, 0),
  run: xlsxWorkbook,
}
