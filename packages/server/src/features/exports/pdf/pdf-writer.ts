import type { EmbeddingLevels } from 'bidi-js'
import LineBreaker from 'linebreak'
import type { Family, Weight } from './font-files.ts'
import { PdfFonts } from './pdf-fonts.ts'
import { levelsOf, type Run, visualRuns } from './text-runs.ts'

export interface TextStyle {
  /** Points. */
  readonly size: number
  readonly color: string
  readonly weight?: Weight
}

/** One line, from left to right. */
export interface Line {
  readonly runs: readonly Run[]
  /** Points. */
  readonly width: number
}

type Base = 'ltr' | 'rtl' | 'auto'

/** Measures, wraps and draws text of any script. */
export class PdfWriter {
  readonly #fonts: PdfFonts

  constructor(pdf: PDFKit.PDFDocument) {
    this.#fonts = new PdfFonts(pdf)
  }

  /** The whole text on one line. */
  line(text: string, style: TextStyle, base: Base = 'auto'): Line {
    const drawable = this.#fonts.drawable(text)
    return this.#line(drawable, levelsOf(drawable, base), [0, drawable.length], style)
  }

  /** As much of the text as fits on one line, with an ellipsis where it is cut. */
  fitted(text: string, style: TextStyle, width: number, base: Base = 'auto'): Line {
    const whole = this.line(text, style, base)
    if (whole.width <= width) return whole
    const drawable = this.#fonts.drawable(text)
    const [, cut = 0] = this.#breaks(drawable, style, width - style.size)[0] ?? []
    return this.line(`${drawable.slice(0, cut).trimEnd()}…`, style, base)
  }

  /** Lines no wider than asked for. A word that is wider is broken between its characters. */
  wrapped(text: string, style: TextStyle, width: number, base: Base = 'auto'): readonly Line[] {
    const drawable = this.#fonts.drawable(text)
    const levels = levelsOf(drawable, base)
    return this.#breaks(drawable, style, width).map(([start, end]) => {
      const visible = drawable.slice(start, end).trimEnd().length
      return this.#line(drawable, levels, [start, start + visible], style)
    })
  }

  /** Draws a line; `x` is its left end, `y` its baseline. */
  draw({ runs }: Line, x: number, y: number, { size, color, weight = 'regular' }: TextStyle): void {
    let left = x
    for (const { text, family } of runs) {
      const options = { lineBreak: false, baseline: 'alphabetic' as const, features: [] }
      this.#fonts.use(family, weight).fontSize(size).fillColor(color).text(text, left, y, options)
      left += size * this.#fonts.width(text, family, weight)
    }
  }

  #line(text: string, levels: EmbeddingLevels, span: readonly [number, number], style: TextStyle): Line {
    const familyOf = (character: string, neighbour: Family | null) => this.#fonts.family(character, neighbour)
    const runs = visualRuns(text, levels, span, familyOf)
    return { runs, width: this.#width(runs, style) }
  }

  #width(runs: readonly Run[], { size, weight = 'regular' }: TextStyle): number {
    return runs.reduce((sum, { text, family }) => sum + size * this.#fonts.width(text, family, weight), 0)
  }

  /** Greedy: as many pieces on a line as it holds. */
  #breaks(text: string, style: TextStyle, width: number): readonly [number, number][] {
    const lines: [number, number][] = []
    let [start, end, used] = [0, 0, 0]
    const wrap = () => {
      lines.push([start, end])
      start = end
      used = 0
    }
    for (const piece of this.#pieces(text, style, width)) {
      if (used > 0 && used + this.#measure(piece.trimEnd(), style) > width) wrap()
      end += piece.length
      used += this.#measure(piece, style)
    }
    if (end > start || lines.length === 0) wrap()
    return lines
  }

  /** What may not be broken; a piece wider than a line falls into its characters. */
  #pieces(text: string, style: TextStyle, width: number): readonly string[] {
    return piecesOf(text).flatMap(piece =>
      this.#measure(piece.trimEnd(), style) <= width
        ? [piece]
        : [...graphemes.segment(piece)].map(({ segment }) => segment),
    )
  }

  #measure(piece: string, style: TextStyle): number {
    return this.#line(piece, levelsOf(piece, 'auto'), [0, piece.length], style).width
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function piecesOf(text: string): readonly string[] {
  const breaker = new LineBreaker(text)
  const pieces: string[] = []
  let from = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    pieces.push(text.slice(from, next.position))
    from = next.position
  }
  return pieces
}
