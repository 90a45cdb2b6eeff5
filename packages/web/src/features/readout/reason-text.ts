import type { Speech } from '../../i18n/language-context.ts'
import { armCountOf, armName } from './arm-name.ts'
import { effectUnit } from './effect-scale.ts'
import { pEquation } from './p-equation.ts'
import type { LiveStats, Reason } from './reading.ts'

/** What a reason is about. */
export type ReasonContext = Pick<LiveStats, 'metric_type' | 'primary_metric_name' | 'srm' | 'comparisons'>

/** A reason's code in words, with its numbers. A code from a newer server shows as it is. */
export function reasonText(reason: Reason, context: ReasonContext, speech: Speech): string {
  const { verdict } = speech.words
  const code = wordedCode(reason)
  if (!isKnown(code, verdict.codes)) return speech.say(verdict.unknownCode, { code: reason.code })
  const values = Object.entries(reason.params).map(([name, value]) => [
    name,
    valueText(name, value, reason, context, speech),
  ])
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

function valueText(name: string, value: unknown, reason: Reason, context: ReasonContext, speech: Speech): string {
  if (typeof value === 'number') return numberText(name, value, reason, context, speech)
  if (name === 'field') return fieldName(String(value), speech)
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function numberText(name: string, value: number, reason: Reason, context: ReasonContext, speech: Speech): string {
  const { formats } = speech
  switch (name) {
    case 'arm':
      return armName(value, armCountOf(context), speech)
    case 'effect_relative':
      return formats.signedPercent(value / 100)
    case 'p_value':
      return pEquation(value, exactLog10(value, reason, context), speech)
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

/** Reasons print p with six decimals. Where it is the p of a block of the read-out, that block has its logarithm. */
function exactLog10(p: number, { code, params }: Reason, { srm, comparisons }: ReasonContext): number | null {
  const analysis = comparisons.find(comparison => comparison.treatment_index === params.arm)?.analysis ?? null
  const block = code === 'srm_mismatch' ? srm : analysis
  return block?.p_value === p ? (block.p_value_log10 ?? null) : null
}

const EFFECT_DECIMALS = 2

/** An effect with its unit. */
export function effectText(value: number, isSigned: boolean, context: ReasonContext, speech: Speech): string {
  const decimals = Math.abs(value) >= 0.1 || value === 0 ? EFFECT_DECIMALS : 4
  const number = isSigned ? speech.formats.signed(value, decimals) : speech.formats.decimal(value, decimals)
  const unit = effectUnit(context.metric_type, context.primary_metric_name, speech)
  return context.metric_type === 'binary' ? `${number} ${unit}` : `${number} (${unit})`
}

function fieldName(field: string, { words }: Speech): string {
  const { fields } = words.verdict
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : field
}
