import { cleanText } from '../document/clean-text.ts'
import { safeCell } from './safe-cell.ts'
import type { Cell, Sheet } from './sheet.ts'

/** Sheets as one CSV text: a `#` heading each, an empty line between them; numbers as JSON writes them. */
export function csvSheets(sheets: readonly Sheet[]): string {
  return sheets.map(section).join('\n')
}

function section({ name, columns, rows }: Sheet): string {
  const lines = [columns.map(({ title }) => title), ...rows].map(row => row.map(field).join(','))
  return `${[heading(name), ...lines].join('\n')}\n`
}

function heading(name: string): string {
  return quoted(`# ${cleanText(name)}`)
}

function field(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (cell === null) return ''
  const text = typeof cell === 'boolean' ? String(cell) : safeCell(cell)
  return text.startsWith('#') ? always(text) : quoted(text)
}

function quoted(text: string): string {
  return /[",]/.test(text) ? always(text) : text
}

function always(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
