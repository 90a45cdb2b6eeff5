import type { Language } from '../../../http/language.ts'
import { directionOf } from './writing.ts'

/** A moment as reports print it in every language: to the minute, in UTC, and saying so. */
export function momentText(iso: string, language: Language): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return '–'
  const text = `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return directionOf(language) === 'rtl' ? `\u2066${text}\u2069` : text
}
