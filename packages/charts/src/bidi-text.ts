import type { Direction } from './chart-frame.tsx'

const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Keeps brackets and signs of a text in their place when it stands in a right-to-left line. */
export function bidiText(text: string, direction: Direction): string {
  return direction === 'rtl' ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text
}

/** Keeps an interval reading from its lower to its upper limit, as tables print it, in a right-to-left line too. */
export function numbersText(text: string, direction: Direction): string {
  return direction === 'rtl' ? LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE : text
}
