import { createContext, useContext } from 'react'
import type { Catalogue, PluralForms } from './catalogue.ts'
import { fill, isolate, pluralForm, type Values } from './fill.ts'
import { type Formats, newFormats } from './formats.ts'
import { type Direction, directionOf, type Language, localeOf } from './language.ts'

/** Everything a screen needs to speak. */
export interface Speech {
  readonly language: Language
  readonly locale: string
  readonly direction: Direction
  readonly words: Catalogue
  readonly formats: Formats
  say(text: string, values: Values): string
  /** `{{count}}` is filled in with the count. */
  sayCount(forms: PluralForms, count: number, values?: Values): string
}

export function newSpeech(language: Language, words: Catalogue): Speech {
  const direction = directionOf(language)
  const formats = newFormats(language)
  const say = (text: string, values: Values) => fill(text, direction === 'rtl' ? isolate(values) : values)
  return {
    language,
    locale: localeOf(language),
    direction,
    words,
    formats,
    say,
    sayCount: (forms, count, values = {}) =>
      say(pluralForm(forms, count, language), { count: formats.count(count), ...values }),
  }
}

interface LanguageContextValue {
  readonly speech: Speech
  setLanguage(language: Language): void
}

export const LanguageContext = createContext<LanguageContextValue | null>(null)

export function useSpeech(): Speech {
  return useLanguageContext().speech
}

export function useSetLanguage(): (language: Language) => void {
  return useLanguageContext().setLanguage
}

function useLanguageContext(): LanguageContextValue {
  const value = useContext(LanguageContext)
  if (value === null) throw new Error('A screen needs a LanguageProvider around it')
  return value
}
