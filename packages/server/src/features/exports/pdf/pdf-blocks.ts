import { chartSvg } from '../document/chart.ts'
import type { Block, Fact } from '../document/report-document.ts'
import { drawSvg, svgHeight } from './draw-svg.ts'
import type { PdfFlow } from './pdf-flow.ts'
import { COLORS, CONTENT_WIDTH, LEADING, PAGE, STYLES, TONES } from './pdf-look.ts'
import { drawTable } from './pdf-table.ts'

const BULLET_WIDTH = 12
const CARD_GAP = 8
const CARD_PADDING = 9
const MOST_CARDS_A_ROW = 4
const LABEL_SHARE = 0.3
/** Charts are laid out for a screen; so many of its pixels are as wide as the page. */
const CHART_PIXELS = 640

export function drawBlock(flow: PdfFlow, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      flow.text(block.text, STYLES.body)
      flow.skip(3)
      break
    case 'note':
      flow.text(block.text, STYLES.note)
      flow.skip(3)
      break
    case 'subheading':
      flow.skip(4)
      flow.ensure(STYLES.subheading.size * LEADING * 3)
      flow.text(block.text, STYLES.subheading)
      break
    case 'list':
      for (const item of block.items) drawItem(flow, item)
      flow.skip(3)
      break
    case 'cards':
      drawCards(flow, block.cards)
      break
    case 'facts':
      for (const fact of block.facts) drawFact(flow, fact)
      flow.skip(6)
      break
    case 'verdict':
      drawVerdict(flow, block)
      break
    case 'table':
      drawTable(flow, block)
      break
    case 'chart':
      drawChart(flow, chartSvg(block.chart, flow.language, CHART_PIXELS))
  }
}

function drawItem(flow: PdfFlow, item: string): void {
  const [bullet, body] = flow.columns([BULLET_WIDTH, CONTENT_WIDTH - BULLET_WIDTH])
  flow.ensure(STYLES.body.size * LEADING)
  flow.drawLine(flow.writer.line('•', STYLES.body), STYLES.body, bullet!, flow.y)
  flow.text(item, STYLES.body, body)
  flow.skip(1.5)
}

/** A few large numbers side by side, each with its name below. */
function drawCards(flow: PdfFlow, cards: readonly Fact[]): void {
  for (let from = 0; from < cards.length; from += MOST_CARDS_A_ROW) {
    const row = cards.slice(from, from + MOST_CARDS_A_ROW)
    const width = (CONTENT_WIDTH + CARD_GAP) / row.length
    const inner = width - CARD_GAP - 2 * CARD_PADDING
    const labels = row.map(({ label }) => flow.lines(label, STYLES.label, inner).slice(0, 3))
    const most = Math.max(...labels.map(lines => lines.length))
    const height = 2 * CARD_PADDING + STYLES.value.size * LEADING + most * STYLES.label.size * LEADING
    flow.ensure(height)
    const gap = flow.isRightToLeft ? CARD_GAP : 0
    const page = { x: PAGE.side - gap, width: CONTENT_WIDTH + CARD_GAP }
    flow
      .columns(
        row.map(() => width),
        page,
      )
      .forEach(({ x }, index) => {
        drawCard(flow, row[index]!.value, labels[index]!, { x: x + gap, width: width - CARD_GAP }, height)
      })
    flow.y += height + CARD_GAP
  }
}

function drawCard(
  flow: PdfFlow,
  value: string,
  label: ReturnType<PdfFlow['lines']>,
  box: { x: number; width: number },
  height: number,
): void {
  flow.pdf.roundedRect(box.x, flow.y, box.width, height, 4).fillColor(COLORS.soft, 1).fill()
  const inner = { x: box.x + CARD_PADDING, width: box.width - 2 * CARD_PADDING }
  flow.drawLine(flow.fitted(value, STYLES.value, inner.width), STYLES.value, inner, flow.y + CARD_PADDING)
  label.forEach((line, index) => {
    const top = flow.y + CARD_PADDING + STYLES.value.size * LEADING + index * STYLES.label.size * LEADING
    flow.drawLine(line, STYLES.label, inner, top)
  })
}

function drawFact(flow: PdfFlow, { label, value }: Fact): void {
  const [name, body] = flow.columns([CONTENT_WIDTH * LABEL_SHARE, CONTENT_WIDTH * (1 - LABEL_SHARE)])
  const nameLines = flow.lines(label, STYLES.label, name!.width - 10)
  flow.ensure(nameLines.length * STYLES.label.size * LEADING)
  const top = flow.y
  nameLines.forEach((line, index) => {
    flow.drawLine(line, STYLES.label, name!, top + 1 + index * STYLES.label.size * LEADING)
  })
  const page = flow.pdf.page
  flow.text(value, STYLES.body, body)
  if (flow.pdf.page === page) flow.y = Math.max(flow.y, top + nameLines.length * STYLES.label.size * LEADING)
  flow.skip(2)
}

function drawVerdict(flow: PdfFlow, { tone, name, detail }: Extract<Block, { kind: 'verdict' }>): void {
  const inner = { x: PAGE.side + 16, width: CONTENT_WIDTH - 32 }
  const nameStyle = { size: 20, color: TONES[tone], weight: 'bold' } as const
  const lines = flow.lines(detail, STYLES.body, inner.width)
  const height = 20 + nameStyle.size * LEADING + lines.length * STYLES.body.size * LEADING
  flow.ensure(height)
  flow.pdf.rect(PAGE.side, flow.y, CONTENT_WIDTH, height).fillColor(COLORS.soft, 1).fill()
  const edge = flow.isRightToLeft ? PAGE.side + CONTENT_WIDTH - 5 : PAGE.side
  flow.pdf.rect(edge, flow.y, 5, height).fillColor(TONES[tone], 1).fill()
  flow.drawLine(flow.fitted(name, nameStyle, inner.width), nameStyle, inner, flow.y + 8)
  lines.forEach((line, index) => {
    const top = flow.y + 10 + nameStyle.size * LEADING + index * STYLES.body.size * LEADING
    flow.drawLine(line, STYLES.body, inner, top)
  })
  flow.y += height + 8
}

function drawChart(flow: PdfFlow, svg: string): void {
  const height = svgHeight(svg, CONTENT_WIDTH)
  flow.ensure(height + 6)
  drawSvg(flow, svg, PAGE.side, flow.y + 3, CONTENT_WIDTH)
  flow.y += height + 9
}
