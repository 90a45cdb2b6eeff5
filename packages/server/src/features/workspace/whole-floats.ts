// No document has a name like it by chance.
const MARK = 'written as a float'
const [QUOTE, BACKSLASH, MINUS, ZERO, NINE] = [34, 92, 45, 48, 57]
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** The same JSON, in which whole numbers that are written as floats are marked. The text has to be valid JSON. */
export function markWholeFloats(text: string): string {
  const parts: string[] = []
  let [kept, at] = [0, 0]
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfText(text, at)
    else if (code !== MINUS && (code < ZERO || code > NINE)) at += 1
    else {
      const number = numberAt(text, at)
      if (isWholeFloat(number)) {
        parts.push(text.slice(kept, at), `{"${MARK}":"${number}"}`)
        kept = at + number.length
      }
      at += number.length
    }
  }
  parts.push(text.slice(kept))
  return parts.join('')
}

/** The number of a mark; null for any other value. */
export function wholeFloatOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !(MARK in value)) return null
  return typeof value[MARK] === 'string' ? Number(value[MARK]) : null
}

function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1
    if ((end - before) % 2 === 0) return end + 1
  }
}

function numberAt(text: string, at: number): string {
  NUMBER.lastIndex = at
  return NUMBER.exec(text)![0]
}

function isWholeFloat(number: string): boolean {
  return /[.eE]/.test(number) && Number.isInteger(Number(number))
}
