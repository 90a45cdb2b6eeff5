const BEGINS_FORMULA = /^[=+\-@\t\r\n]/
const NEEDS_QUOTES = /[",\r\n]/

/** One line of RFC 4180. A cell that a spreadsheet would take for a formula is marked as text. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cell => quoted(plain(cell ?? ''))).join(',')}\r\n`
}

function plain(cell: string): string {
  return BEGINS_FORMULA.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
