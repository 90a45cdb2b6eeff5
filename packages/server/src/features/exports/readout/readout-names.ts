import type { Speech } from '../../../http/speech.ts'

/** Arm 0 is control. */
export function armName(arm: number, { words, say }: Speech): string {
  return arm === 0 ? words.exports.arms.control : say(words.exports.arms.treatment, { number: arm })
}

/** What an effect counts in. */
export function effectUnit(
  metric: { readonly metric_type: string; readonly primary_metric_name: string },
  { words, say }: Speech,
): string {
  const { units } = words.exports
  return metric.metric_type === 'binary' ? units.points : say(units.metric, { metric: metric.primary_metric_name })
}

export function statusName(status: string, { words }: Speech): string {
  const names: Readonly<Record<string, string>> = words.exports.statuses
  return Object.hasOwn(names, status) ? names[status]! : status
}

export function yesOrNo(flag: boolean | null, { words }: Speech): string {
  if (flag === null) return '–'
  return flag ? words.exports.frame.yes : words.exports.frame.no
}
