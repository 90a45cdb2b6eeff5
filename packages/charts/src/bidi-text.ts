import type { Direction } from './chart-frame.tsx'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Keeps brackets and signs of a text in their place when it stands in a right-to-left line. */
export function bidiText(text: string, direction: Direction): string {
  return direction === 'rtl' ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text
}
