import { FAMILIES, type Family, fontFile, type Weight } from './font-files.ts'

// What pdfkit keeps of an open font, beyond its declared types; its version is pinned.
interface OpenFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

const REPLACEMENT = '\ufffd'
const ARABIC = /\p{Script=Arabic}/u
const CHINESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u
/** Says how text is written and is not drawn. */
export const INVISIBLE = /[\u061c\u200b-\u200f\u2060-\u2069]|[\ufe00-\ufe0f]/
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g')

/** The fonts of one PDF: which family draws a character, and how wide a text of one family is. */
export class PdfFonts {
  readonly #pdf: PDFKit.PDFDocument
  readonly #families = new Map<string, Family | null>()
  readonly #widths = new Map<string, number>()

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf
    for (const family of FAMILIES)
      for (const weight of ['regular', 'bold'] as const)
        pdf.registerFont(`${family}-${weight}`, fontFile(family, weight))
  }

  /** The text with one mark in the place of each character that no font has, such as an emoji. */
  drawable(text: string): string {
    let drawable = ''
    for (const { segment } of graphemes.segment(text)) {
      const isKnown = [...segment.replaceAll(ALL_INVISIBLE, '')].every(character => this.#familyOf(character) !== null)
      drawable += isKnown ? segment : REPLACEMENT
    }
    return drawable
  }

  /** Letters go by their script; what belongs to every script stays with its neighbour, where that has a glyph for it. */
  family(character: string, neighbour: Family | null): Family {
    const own = this.#familyOf(character) ?? 'sans'
    const isShared = neighbour === 'arabic' && own === 'sans' && /[\p{P}\p{Z}]/u.test(character)
    return isShared && this.#has('arabic', character) ? 'arabic' : own
  }

  /** In units of the font size. */
  width(text: string, family: Family, weight: Weight): number {
    const key = `${family}-${weight} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const width = this.use(family, weight).fontSize(1000).widthOfString(text, { features: [] }) / 1000
    this.#widths.set(key, width)
    return width
  }

  use(family: Family, weight: Weight): PDFKit.PDFDocument {
    return this.#pdf.font(`${family}-${weight}`)
  }

  #familyOf(character: string): Family | null {
    const known = this.#families.get(character)
    if (known !== undefined) return known
    const family = preference(character).find(each => this.#has(each, character)) ?? null
    this.#families.set(character, family)
    return family
  }

  #has(family: Family, character: string): boolean {
    const { _font: open } = this.use(family, 'regular') as PDFKit.PDFDocument & OpenFont
    return open.font.hasGlyphForCodePoint(character.codePointAt(0)!)
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function preference(character: string): readonly Family[] {
  if (ARABIC.test(character)) return ['arabic', 'sans', 'chinese']
  return CHINESE.test(character) ? ['chinese', 'sans'] : ['sans', 'chinese', 'arabic']
}
