import type { Speech } from '../../i18n/language-context.ts'
import { armName } from './arm-name.ts'
import { effectUnit } from './effect-scale.ts'
import type { Reason } from './reading.ts'

export interface ReasonContext {
  readonly armCount: number
  readonly metricType: string
  readonly metricName: string
}

/** A reason's code in words, with its numbers. A code from a newer server shows as it is. */
export function reasonText(reason: Reason, context: ReasonContext, speech: Speech): string {
  const { verdict } = speech.words
  const code = wordedCode(reason)
  if (!isKnown(code, verdict.codes)) return speech.say(verdict.unknownCode, { code: reason.code })
  const values = Object.entries(reason.params).map(([name, value]) => [name, valueText(name, value, context, speech)])
  return speech.say(verdict.codes[code], Object.fromEntries(values))
}

// Two codes say something else when their number is missing or means nothing.
function wordedCode({ code, params }: Reason): string {
  if (code === 'practical_threshold_met' && params.mwe === 0) return 'practical_threshold_none'
  if (code === 'info_fraction_incomplete' && params.information_fraction === null) return 'info_fraction_unknown'
  return code
}

type Codes = Speech['words']['verdict']['codes']

function isKnown(code: string, codes: Codes): code is keyof Codes & string {
  return Object.hasOwn(codes, code)
}

function valueText(name: string, value: unknown, context: ReasonContext, speech: Speech): string {
  if (typeof value === 'number') return numberText(name, value, context, speech)
  if (name === 'field') return fieldName(String(value), speech)
  return Array.isArray(value) ? value.join(', ') : String(value)
}

const EFFECT_DECIMALS = 2

function numberText(name: string, value: number, context: ReasonContext, speech: Speech): string {
  const { formats } = speech
  switch (name) {
    case 'arm':
      return armName(value, context.armCount, speech)
    case 'effect_relative':
      return formats.signedPercent(value / 100)
    case 'p_value':
      return pRelation(value, speech)
    case 'probability':
      return value === 1 ? `> ${formats.percent(0.999)}` : formats.percent(value)
    case 'information_fraction':
      return formats.percent(value)
    case 'mwe':
    case 'ci_lower':
    case 'ci_upper':
      return effectText(value, name !== 'mwe', context, speech)
    default:
      return String(value)
  }
}

/** "= 0.0123", or "< 10⁻⁶" where the wire holds no more digits. */
export function pRelation(p: number, { formats }: Speech, log10: number | null = null): string {
  const text = formats.pValue(p, log10)
  return text.startsWith('<') ? text : `= ${text}`
}

/** An effect with its sign and unit. */
export function effectText(value: number, isSigned: boolean, context: ReasonContext, speech: Speech): string {
  const decimals = Math.abs(value) >= 0.1 || value === 0 ? EFFECT_DECIMALS : 4
  const number = isSigned ? speech.formats.signed(value, decimals) : speech.formats.decimal(value, decimals)
  const unit = effectUnit(context.metricType, context.metricName, speech)
  return context.metricType === 'binary' ? `${number} ${unit}` : `${number} (${unit})`
}

function fieldName(field: string, { words }: Speech): string {
  const { fields } = words.verdict
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : field
}
