const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet takes for a formula: what could begin one is marked as text, full-width signs too. */
export function guardFormula(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text
}
