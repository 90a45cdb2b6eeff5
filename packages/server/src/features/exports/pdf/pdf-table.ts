import type { Block } from '../document/report-document.ts'
import type { Box, PdfFlow } from './pdf-flow.ts'
import { COLORS, CONTENT_WIDTH, LEADING, PAGE, STYLES } from './pdf-look.ts'
import type { Line, TextStyle } from './pdf-writer.ts'

type Table = Extract<Block, { kind: 'table' }>

const GAP = 10
const PADDING = 3.5
const LONGEST_WHOLE_ROW = 240

/** A table over the whole width; its head stands again on every page, and numbers end in one line. */
export function drawTable(flow: PdfFlow, { columns, rows }: Table): void {
  const widths = columnWidths(flow, { kind: 'table', columns, rows })
  const page = { x: PAGE.side - (flow.isRightToLeft ? GAP : 0), width: CONTENT_WIDTH + GAP }
  const boxes = flow.columns(widths, page).map(({ x, width }) => ({
    x: flow.isRightToLeft ? x + GAP : x,
    width: width - GAP,
  }))
  const numeric = columns.map(({ isNumeric }) => isNumeric === true)
  const lineHeight = STYLES.cell.size * LEADING
  const head = columns.map(({ title }, column) => flow.lines(title, STYLES.head, boxes[column]!.width))
  const drawHead = () => drawRow(flow, head, STYLES.head, boxes, numeric, COLORS.muted)
  flow.ensure(rowHeight(head, STYLES.head) + 2 * lineHeight)
  drawHead()
  for (const row of rows) {
    const cells = row.map((cell, column) => flow.lines(cell, STYLES.cell, boxes[column]!.width))
    const height = rowHeight(cells, STYLES.cell)
    if (height <= LONGEST_WHOLE_ROW && flow.ensure(height)) drawHead()
    drawRow(flow, cells, STYLES.cell, boxes, numeric, COLORS.line, drawHead)
  }
  flow.skip(6)
}

function rowHeight(cells: readonly (readonly Line[])[], style: TextStyle): number {
  return Math.max(1, ...cells.map(lines => lines.length)) * style.size * LEADING + 2 * PADDING
}

function drawRow(
  flow: PdfFlow,
  cells: readonly (readonly Line[])[],
  style: TextStyle,
  boxes: readonly Box[],
  numeric: readonly boolean[],
  ruleColor: string,
  onNewPage: () => void = () => undefined,
): void {
  const count = Math.max(1, ...cells.map(lines => lines.length))
  flow.y += PADDING
  for (let index = 0; index < count; index += 1) {
    if (flow.ensure(style.size * LEADING)) onNewPage()
    cells.forEach((lines, column) => {
      const line = lines[index]
      if (line !== undefined) flow.drawLine(line, style, boxes[column]!, flow.y, numeric[column])
    })
    flow.y += style.size * LEADING
  }
  flow.y += PADDING
  rule(flow, ruleColor)
}

function rule({ pdf, y }: PdfFlow, color: string): void {
  pdf.undash().lineWidth(0.6).strokeColor(color)
  pdf
    .moveTo(PAGE.side, y)
    .lineTo(PAGE.side + CONTENT_WIDTH, y)
    .stroke()
}

/** Narrow columns get what they need, wide ones share the rest; what is left over is spread. */
function columnWidths(flow: PdfFlow, { columns, rows }: Table): readonly number[] {
  const wanted = columns.map(({ title }, column) => {
    const head = flow.writer.line(title, STYLES.head).width
    return GAP + 1 + Math.max(head, ...rows.map(row => flow.writer.line(row[column] ?? '', STYLES.cell).width))
  })
  const widths = shared(wanted, CONTENT_WIDTH + GAP)
  const spare = (CONTENT_WIDTH + GAP - widths.reduce((sum, width) => sum + width, 0)) / columns.length
  return widths.map(width => width + Math.max(0, spare))
}

function shared(wanted: readonly number[], total: number): readonly number[] {
  const widths = wanted.map(() => 0)
  const order = wanted.map((_, column) => column).sort((a, b) => wanted[a]! - wanted[b]!)
  let left = total
  order.forEach((column, index) => {
    widths[column] = Math.min(wanted[column]!, left / (order.length - index))
    left -= widths[column]!
  })
  return widths
}
