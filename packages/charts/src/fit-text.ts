export const FONT_SIZE = 12

const ELLIPSIS = '…'

/** The text, or as much of its beginning as fits into so many pixels, with an ellipsis. Whole graphemes only. */
export function fitText(text: string, maxWidth: number): string {
  if (textWidth(text) <= maxWidth) return text
  let fitted = ''
  let width = textWidth(ELLIPSIS)
  for (const { segment } of graphemes.segment(text)) {
    width += textWidth(segment)
    if (width > maxWidth) break
    fitted += segment
  }
  return fitted.trimEnd() + ELLIPSIS
}

/** Pixels, estimated rather a little too wide: the server has no font to measure with. */
export function textWidth(text: string): number {
  let ems = 0
  for (const { segment } of graphemes.segment(text)) ems += emsOf(segment)
  return ems * FONT_SIZE
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const INVISIBLE = /^[\u061c\u200e\u200f\u2066-\u2069]$/
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uffef]/u
const NARROW = /^[\s.,:;'|!()[\]ijlt]$/
const BROAD = /^[\p{Lu}mw%@—…]$/u

function emsOf(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0
  if (WIDE.test(grapheme)) return 1.1
  if (NARROW.test(grapheme)) return 0.38
  return BROAD.test(grapheme) ? 0.82 : 0.62
}
