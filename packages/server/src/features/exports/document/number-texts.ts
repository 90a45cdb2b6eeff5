import type { Language } from '../../../http/language.ts'
import { directionOf, localeOf } from './writing.ts'

export const NO_NUMBER = '–'

type Maybe = number | null | undefined

/** Numbers of the wire as a language writes them, no digit lost and none added. What is no finite number is a dash. */
export interface NumberTexts {
  /** With groups. */
  number(value: Maybe): string
  /** With its sign. */
  signed(value: Maybe): string
  /** 0.25 is 25 %. */
  share(value: Maybe): string
  /** 25 is 25 %. */
  percent(value: Maybe): string
  signedPercent(value: Maybe): string
  /** A probability that three decimals round to 0 or 1 is neither. */
  probability(value: Maybe): string
  interval(lower: Maybe, upper: Maybe): string
  /** Where six decimals hide a p-value, its logarithm says it. */
  pValue(p: Maybe, log10: Maybe): string
  /** "p = 0.012", "p < 0.000001". */
  pEquation(p: Maybe, log10: Maybe): string
}

const printers = new Map<Language, NumberTexts>()

export function numberTexts(language: Language): NumberTexts {
  const printer = printers.get(language) ?? newNumberTexts(language)
  printers.set(language, printer)
  return printer
}

const DIGITS = { maximumSignificantDigits: 15 } as const
const SMALLEST_PLAIN_LOG10 = -4
const [LEAST, MOST] = [0.001, 0.999]

function newNumberTexts(language: Language): NumberTexts {
  const locale = localeOf(language)
  const isolate = directionOf(language) === 'rtl' ? (text: string) => `\u2066${text}\u2069` : (text: string) => text
  const bare = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, { ...DIGITS, ...options })
    return (value: Maybe) =>
      isNumber(value) ? format.format(value).replaceAll('-', '−').replaceAll(BIDI_MARKS, '') : NO_NUMBER
  }
  const plain = bare({})
  const share = bare({ style: 'percent', maximumFractionDigits: 6, maximumSignificantDigits: undefined })
  const signedShare = bare({
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 6,
    maximumSignificantDigits: undefined,
  })
  const signed = bare({ signDisplay: 'exceptZero' })
  const pValue = (p: Maybe, log10: Maybe) => pValueText(plain, p, log10)
  return {
    number: value => isolate(plain(value)),
    signed: value => isolate(signed(value)),
    share: value => isolate(share(value)),
    percent: value => isolate(share(isNumber(value) ? value / 100 : null)),
    signedPercent: value => isolate(signedShare(isNumber(value) ? value / 100 : null)),
    probability: value =>
      isolate(value === 1 ? `>\u00a0${share(MOST)}` : value === 0 ? `<\u00a0${share(LEAST)}` : share(value)),
    interval: (lower, upper) =>
      isNumber(lower) && isNumber(upper) ? isolate(`[${plain(lower)}; ${plain(upper)}]`) : NO_NUMBER,
    pValue: (p, log10) => isolate(pValue(p, log10)),
    pEquation: (p, log10) => isolate(`p = ${pValue(p, log10)}`.replace('= <', '<')),
  }
}

const BIDI_MARKS = /[\u061c\u200e\u200f]/g

function isNumber(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function pValueText(plain: (value: Maybe) => string, p: Maybe, log10: Maybe): string {
  if (!isNumber(p)) return NO_NUMBER
  if (!isNumber(log10)) return p === 0 ? `< ${plain(0.000001)}` : plain(p)
  if (log10 >= SMALLEST_PLAIN_LOG10) return plain(p)
  const exponent = Math.floor(log10)
  return `${plain(Number((10 ** (log10 - exponent)).toFixed(2)))}e−${-exponent}`
}
