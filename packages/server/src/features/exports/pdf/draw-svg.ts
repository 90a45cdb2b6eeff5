import type { PdfWriter } from './pdf-writer.ts'
import { type SvgNode, svgNodes } from './svg-nodes.ts'

interface Place {
  readonly pdf: PDFKit.PDFDocument
  readonly writer: PdfWriter
}

type Inherited = Readonly<Record<string, string>>

/** Points that a chart takes at a width. */
export function svgHeight(svg: string, width: number): number {
  const [, , boxWidth, boxHeight] = boxOf(svgNodes(svg))
  return (boxHeight * width) / boxWidth
}

/** Draws a chart as vectors, its texts as text. Knows the elements that our charts are made of. */
export function drawSvg({ pdf, writer }: Place, svg: string, x: number, y: number, width: number): void {
  const root = svgNodes(svg)
  const [, , boxWidth] = boxOf(root)
  pdf.save()
  pdf.translate(x, y).scale(width / boxWidth)
  draw({ pdf, writer }, root, {})
  pdf.restore()
}

function boxOf({ attributes }: SvgNode): readonly [number, number, number, number] {
  const [x = 0, y = 0, width = 1, height = 1] = (attributes.viewBox ?? '').split(' ').map(Number)
  return [x, y, width, height]
}

const INHERITED = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray'],
  ...['font-size', 'font-weight', 'text-anchor', 'direction'],
]

function draw(place: Place, node: SvgNode, from: Inherited): void {
  const own = Object.fromEntries(
    INHERITED.filter(name => name in node.attributes).map(name => [name, node.attributes[name]!]),
  )
  const style = { ...from, ...own }
  const painter = PAINTERS[node.name]
  if (painter !== undefined) painter(place, node, style)
  else if (CONTAINERS.has(node.name))
    for (const child of node.children) if (typeof child !== 'string') draw(place, child, style)
}

const CONTAINERS = new Set(['svg', 'g'])

const PAINTERS: Readonly<Record<string, (place: Place, node: SvgNode, style: Inherited) => void>> = {
  line({ pdf }, { attributes: at }, style) {
    pdf.moveTo(Number(at.x1), Number(at.y1)).lineTo(Number(at.x2), Number(at.y2))
    paint(pdf, { ...style, fill: 'none' })
  },
  path({ pdf }, { attributes: at }, style) {
    pdf.path(at.d ?? '')
    paint(pdf, style)
  },
  rect({ pdf }, { attributes: at }, style) {
    pdf.rect(Number(at.x ?? 0), Number(at.y ?? 0), Number(at.width), Number(at.height))
    paint(pdf, style)
  },
  circle({ pdf }, { attributes: at }, style) {
    pdf.circle(Number(at.cx), Number(at.cy), Number(at.r))
    paint(pdf, style)
  },
  text: drawText,
}

function paint(pdf: PDFKit.PDFDocument, style: Inherited): void {
  const [fill, stroke] = [colorOf(style.fill ?? '#000000'), colorOf(style.stroke ?? 'none')]
  const dashes = (style['stroke-dasharray'] ?? '').split(/[ ,]+/).filter(part => part !== '')
  if (stroke !== null) pdf.lineWidth(Number(style['stroke-width'] ?? 1)).strokeColor(stroke)
  if (dashes.length === 0) pdf.undash()
  else pdf.dash(Number(dashes[0]), { space: Number(dashes[1] ?? dashes[0]) })
  if (fill !== null) pdf.fillColor(fill, Number(style['fill-opacity'] ?? 1))
  if (fill !== null && stroke !== null) pdf.fillAndStroke()
  else if (fill !== null) pdf.fill()
  else if (stroke !== null) pdf.stroke()
}

/** A theme's custom property stands with its fallback, which is what print takes. */
function colorOf(value: string): string | null {
  const color = /^var\([^,]+,\s*([^)]+)\)$/.exec(value)?.[1] ?? value
  return color === 'none' ? null : color
}

function drawText({ pdf, writer }: Place, { attributes: at, children }: SvgNode, style: Inherited): void {
  const text = children.filter(child => typeof child === 'string').join('')
  const direction = style.direction === 'rtl' ? 'rtl' : 'ltr'
  const font = {
    size: Number(style['font-size'] ?? 12),
    color: colorOf(style.fill ?? '#000000') ?? '#000000',
    weight: Number(style['font-weight'] ?? 400) >= 600 ? ('bold' as const) : ('regular' as const),
  }
  const line = writer.line(text, font, direction)
  const x = Number(at.x) - line.width * beforeAnchor(style['text-anchor'] ?? 'start', direction)
  // The halo that keeps a text legible over a grid line, as a plain ground.
  if (style.stroke !== undefined && colorOf(style.stroke) !== null && 'paint-order' in at) {
    pdf
      .rect(x - 2, Number(at.y) - font.size * 0.85, line.width + 4, font.size * 1.15)
      .fillColor(colorOf(style.stroke)!, 1)
      .fill()
  }
  pdf.fillOpacity(1)
  writer.draw(line, x, Number(at.y), font)
}

/** Which share of a text lies left of its anchor. */
function beforeAnchor(anchor: string, direction: 'ltr' | 'rtl'): number {
  if (anchor === 'middle') return 0.5
  return (anchor === 'start') === (direction === 'ltr') ? 0 : 1
}
