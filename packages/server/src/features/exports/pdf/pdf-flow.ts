import type { Language } from '../../../http/language.ts'
import { directionOf, textDirection } from '../document/writing.ts'
import { ASCENT, CONTENT_WIDTH, LEADING, PAGE } from './pdf-look.ts'
import { type Line, PdfWriter, type TextStyle } from './pdf-writer.ts'

/** A box across the page: `x` and `width` count from its left. */
export interface Box {
  readonly x: number
  readonly width: number
}

/** Fills pages from top to bottom. Starts a page when the next thing does not fit. */
export class PdfFlow {
  readonly pdf: PDFKit.PDFDocument
  readonly writer: PdfWriter
  readonly language: Language
  readonly isRightToLeft: boolean
  /** Where the next thing begins. */
  y: number = PAGE.top

  constructor(pdf: PDFKit.PDFDocument, language: Language) {
    this.pdf = pdf
    this.writer = new PdfWriter(pdf)
    this.language = language
    this.isRightToLeft = directionOf(language) === 'rtl'
  }

  get room(): number {
    return PAGE.height - PAGE.bottom - this.y
  }

  /** True when a page was started to make room. */
  ensure(height: number): boolean {
    if (height <= this.room || this.y === PAGE.top) return false
    this.pdf.addPage()
    this.y = PAGE.top
    return true
  }

  skip(height: number): void {
    if (this.y > PAGE.top) this.y += height
  }

  /** Wrapped text, from the side where reading begins; runs on over pages. */
  text(text: string, style: TextStyle, box: Box = { x: PAGE.side, width: CONTENT_WIDTH }): void {
    for (const line of this.lines(text, style, box.width)) {
      this.ensure(style.size * LEADING)
      this.drawLine(line, style, box, this.y)
      this.y += style.size * LEADING
    }
  }

  lines(text: string, style: TextStyle, width: number): readonly Line[] {
    return this.writer.wrapped(text, style, width, textDirection(text, this.language))
  }

  fitted(text: string, style: TextStyle, width: number): Line {
    return this.writer.fitted(text, style, width, textDirection(text, this.language))
  }

  /** One line below `top`; at the end of its box where asked for, at the start otherwise. */
  drawLine(line: Line, style: TextStyle, { x, width }: Box, top: number, isAtEnd = false): void {
    const isRight = isAtEnd !== this.isRightToLeft
    this.writer.draw(line, isRight ? x + width - line.width : x, top + style.size * ASCENT, style)
  }

  /** The boxes of columns, the first on the side where reading begins. */
  columns(widths: readonly number[], { x, width }: Box = { x: PAGE.side, width: CONTENT_WIDTH }): readonly Box[] {
    let used = 0
    return widths.map(each => {
      const left = this.isRightToLeft ? x + width - used - each : x + used
      used += each
      return { x: left, width: each }
    })
  }
}
