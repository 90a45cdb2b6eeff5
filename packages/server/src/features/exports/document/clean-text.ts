// Not the spaces that hold a number together.
const BREAKS = /[\t\n\v\f\r \u0085\u2028\u2029]+/g
// Control characters, overrides of the writing direction, tags that nobody sees, and what is no character.
const HIDDEN =
  /[\p{Cc}\u00ad\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}]/gu

/** A text that any format can hold and that can not disguise itself: one line, no control and no override characters. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(BREAKS, ' ').replaceAll(HIDDEN, '').trim()
}

/** The same value with every text in it cleaned. */
export function cleanTexts<T>(value: T): T {
  return clean(value) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)]))
}
