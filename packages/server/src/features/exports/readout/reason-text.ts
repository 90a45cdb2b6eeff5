import type { Speech, Values } from '../../../http/speech.ts'
import { numberTexts } from '../document/number-texts.ts'
import { armName, effectUnit } from './readout-names.ts'

interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
}

interface Metric {
  readonly metric_type: string
  readonly primary_metric_name: string
}

/** A reason's code in words, with its numbers; a code without words stays as it is. */
export function reasonText(reason: Reason, metric: Metric, speech: Speech): string {
  const { codes } = speech.words.exports
  const code = wordedCode(reason)
  if (!Object.hasOwn(codes, code)) return reason.code
  return speech.say(codes[code as keyof typeof codes], valuesOf(reason, metric, speech))
}

// Two codes say something else when their number is missing or means nothing.
function wordedCode({ code, params }: Reason): string {
  if (code === 'practical_threshold_met' && params.mwe === 0) return 'practical_threshold_none'
  if (code === 'info_fraction_incomplete' && params.information_fraction === null) return 'info_fraction_unknown'
  return code
}

function valuesOf({ params }: Reason, metric: Metric, speech: Speech): Values {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, valueText(name, value, params, metric, speech)]),
  )
}

function valueText(
  name: string,
  value: unknown,
  { p_value_log10: log10 }: Reason['params'],
  metric: Metric,
  speech: Speech,
): string {
  if (typeof value !== 'number') return nameText(name, value, speech)
  const { number, signed, signedPercent, share, probability, pEquation } = numberTexts(speech.language)
  switch (name) {
    case 'arm':
      return armName(value, speech)
    case 'effect_relative':
      return signedPercent(value)
    case 'p_value':
      return pEquation(value, typeof log10 === 'number' ? log10 : null)
    case 'probability':
      return probability(value)
    case 'information_fraction':
      return share(value)
    case 'mwe':
      return `${number(value)} ${effectUnit(metric, speech)}`
    case 'ci_lower':
    case 'ci_upper':
      return `${signed(value)} ${effectUnit(metric, speech)}`
    default:
      return number(value)
  }
}

function nameText(name: string, value: unknown, { words }: Speech): string {
  const fields: Readonly<Record<string, string>> = words.exports.fields
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return name === 'field' && Object.hasOwn(fields, text) ? fields[text]! : text
}
