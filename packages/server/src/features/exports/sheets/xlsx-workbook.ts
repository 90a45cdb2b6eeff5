import type { Workbook, Worksheet } from 'exceljs'
import type { Language } from '../../../http/language.ts'
import { directionOf } from '../document/writing.ts'
import { safeCell } from './safe-cell.ts'
import type { Cell, CellFormat, Sheet } from './sheet.ts'

/** A workbook as plain data. */
export interface WorkbookInput {
  readonly language: Language
  readonly title: string
  /** ISO 8601. */
  readonly generatedAt: string
  /** The first sheet: it says what the others hold. */
  readonly guide: Sheet
  readonly sheets: readonly Sheet[]
}

const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  whole: '#,##0',
  number: '#,##0.0000##',
  fraction: '0.00%',
  probability: '0.000000',
  moment: 'yyyy-mm-dd hh:mm',
}
const NARROWEST = 9
const WIDEST = 60
const LONGEST_NAME = 31

/** A workbook of typed cells under frozen heads. Nothing in it is a formula or a link. */
export async function xlsxWorkbook({
  language,
  title,
  generatedAt,
  guide,
  sheets,
}: WorkbookInput): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const made = new Date(generatedAt)
  Object.assign(workbook, { creator: 'Verdict', title: safeCell(title), created: made, modified: made })
  const names = new Set<string>()
  for (const sheet of [guide, ...sheets]) addSheet(workbook, sheet, uniqueName(sheet.name, names), language)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: Workbook, { columns, rows }: Sheet, name: string, language: Language): void {
  const view = { state: 'frozen', ySplit: 1, rightToLeft: directionOf(language) === 'rtl' } as const
  const sheet = workbook.addWorksheet(name, { views: [view] })
  sheet.columns = columns.map(({ title, format }, column) => ({
    header: safeCell(title),
    width: widthOf([title, ...rows.map(row => row[column] ?? null)]),
    style: { numFmt: FORMATS[format], alignment: { vertical: 'top', wrapText: format === 'text' } },
  }))
  for (const row of rows) sheet.addRow(row.map((cell, column) => stored(cell, columns[column]!.format)))
  styleHead(sheet)
}

function stored(cell: Cell, format: CellFormat): string | number | boolean | Date | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string') return cell
  const moment = format === 'moment' ? new Date(cell) : null
  return moment !== null && !Number.isNaN(moment.getTime()) ? moment : safeCell(cell)
}

function styleHead(sheet: Worksheet): void {
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.alignment = { vertical: 'top', wrapText: true }
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF6' } }
}

function widthOf(cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map(cell => lengthOf(cell)))
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}

// Characters of East Asia are twice as wide.
function lengthOf(cell: Cell): number {
  const text = typeof cell === 'number' ? cell.toLocaleString('en') : String(cell ?? '')
  return [...text.slice(0, WIDEST)].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
}

/** Names hold 31 characters, none of them a path or a range sign, and differ whatever their case. */
function uniqueName(name: string, taken: Set<string>): string {
  const plain =
    safeCell(name)
      .replaceAll(/[*?:\\/[\]']/g, ' ')
      .trim() || 'Sheet'
  let unique = plain.slice(0, LONGEST_NAME).toWellFormed()
  for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = `${plain.slice(0, LONGEST_NAME - 3)} ${copy}`
  taken.add(unique.toLowerCase())
  return unique
}
