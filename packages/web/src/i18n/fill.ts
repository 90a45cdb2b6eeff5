import type { PluralForms } from './catalogue.ts'
import { type Language, localeOf } from './language.ts'

export type Values = Readonly<Record<string, string>>

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Puts values where a text says `{{name}}`. A name without a value stays, so that it is seen. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}

/** The form of a text that the count asks for in this language. */
export function pluralForm(forms: PluralForms, count: number, language: Language): string {
  return forms[new Intl.PluralRules(localeOf(language)).select(count)] ?? forms.other
}

/** Keeps the signs and brackets of a value in their place inside a right-to-left sentence. */
export function isolate(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, FIRST_STRONG_ISOLATE + value + POP_ISOLATE]),
  )
}
