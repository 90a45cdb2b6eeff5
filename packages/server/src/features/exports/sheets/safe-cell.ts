import { guardFormula } from '../../../formula-guard.ts'
import { cleanText } from '../document/clean-text.ts'

/** Cells hold no more; spreadsheets cut or refuse what is longer. */
const LONGEST = 32_000

/** A text that fits into a cell, on one line, and that no spreadsheet takes for a formula. */
export function safeCell(text: string): string {
  return guardFormula(cleanText(text).slice(0, LONGEST).toWellFormed())
}
