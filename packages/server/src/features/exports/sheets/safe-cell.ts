import { cleanText } from '../document/clean-text.ts'

/** Cells hold no more; spreadsheets cut or refuse what is longer. */
const LONGEST = 32_000

/** A text that no spreadsheet takes for a formula: what could begin one is quoted, full-width signs too. */
export function safeCell(text: string): string {
  const clean = cleanText(text).slice(0, LONGEST).toWellFormed()
  return STARTS_FORMULA.test(clean) || STARTS_FORMULA.test(text) ? `'${clean}` : clean
}

const STARTS_FORMULA = /^[=+\-@\t\r＝＋－＠]/
