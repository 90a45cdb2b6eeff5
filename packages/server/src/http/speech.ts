import { CATALOGUES, type Catalogue } from '../../locales/catalogue.ts'
import type { Language } from './language.ts'
import { numberText } from './number-text.ts'

export type Values = Readonly<Record<string, string | number>>

/** Everything an answer needs to speak one language. */
export interface Speech {
  readonly language: Language
  readonly words: Catalogue
  /** Puts values into the marks of a text: numbers as the language writes them, strings as they are. */
  say(text: string, values?: Values): string
}

const speeches = new Map<Language, Speech>()

export function speechOf(language: Language): Speech {
  const speech = speeches.get(language) ?? newSpeech(language)
  speeches.set(language, speech)
  return speech
}

/** The headers of an answer that holds words. */
export function languageHeaders({ language }: Speech): Readonly<Record<string, string>> {
  return { 'content-language': language, vary: 'Accept-Language' }
}

function newSpeech(language: Language): Speech {
  const print = numberText(language)
  const textOf = (value: string | number) => (typeof value === 'number' ? print(value) : value)
  const shown = language === 'ar' ? (value: string | number) => isolate(textOf(value)) : textOf
  return {
    language,
    words: CATALOGUES[language],
    say: (text, values = {}) =>
      text.replaceAll(/\{\{(\w+)\}\}/g, (mark, name: string) => (name in values ? shown(values[name]!) : mark)),
  }
}

const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

// In a right-to-left line a number keeps its sign on its left, as in the web UI; a text takes its own direction.
function isolate(text: string): string {
  const opening = /^[-−\d]/.test(text) ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE
  return opening + text + POP_ISOLATE
}
