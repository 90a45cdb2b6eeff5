import type { Speech } from '../../i18n/language-context.ts'

const SMALLEST_TOLD = 1e-5

/** "p = 0.0123"; "p < 10⁻⁵" where six decimals hold too few digits and no logarithm stands beside them. */
export function pEquation(p: number, log10: number | null, { formats }: Speech): string {
  if (log10 === null && p > 0 && p < SMALLEST_TOLD) return `p < ${formats.pValue(SMALLEST_TOLD)}`
  const text = formats.pValue(p, log10)
  return text.startsWith('<') ? `p ${text}` : `p = ${text}`
}
