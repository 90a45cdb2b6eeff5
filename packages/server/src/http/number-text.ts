import type { Language } from './language.ts'

const BIDI_MARKS = /[\u061c\u200e\u200f]/g
/** As many as every double holds: nothing is rounded here, and no noise of the last bits shows. */
const DIGITS = 15

/** Prints numbers as a language writes them: without groups, and with an exponent where JavaScript has one. */
export function numberText(language: Language): (value: number) => string {
  // `ar` alone prints the digits that charts and the web UI print.
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : language, {
    useGrouping: false,
    maximumSignificantDigits: DIGITS,
  })
  return value => {
    const [mantissa = '', exponent] = String(value).split('e')
    const text = format.format(Number(mantissa)).replace(BIDI_MARKS, '')
    return exponent === undefined ? text : `${text}e${exponent}`
  }
}
