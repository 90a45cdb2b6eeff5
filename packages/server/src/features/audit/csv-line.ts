import { guardFormula } from '../../formula-guard.ts'

const NEEDS_QUOTES = /[",\r\n]/

/** One line of RFC 4180. A cell that a spreadsheet would take for a formula is marked as text. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cell => quoted(guardFormula(cell ?? ''))).join(',')}\r\n`
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
