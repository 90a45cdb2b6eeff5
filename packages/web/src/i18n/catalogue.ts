import type { en } from './en.ts'
import type { Language } from './language.ts'

/** The plural categories of each language; all must be written. */
interface PluralCategories {
  en: 'one' | 'other'
  ru: 'one' | 'few' | 'many' | 'other'
  de: 'one' | 'other'
  es: 'one' | 'many' | 'other'
  fr: 'one' | 'many' | 'other'
  zh: 'other'
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
}

/** All words of one language: the keys of the English ones, each plural in the language's own categories. */
export type CatalogueOf<L extends Language> = Translated<typeof en, Readonly<Record<PluralCategories[L], string>>>

/** All words of whichever language is on the screen. */
export type Catalogue = Translated<typeof en, PluralForms>

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

type Translated<Words, Plural> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends { readonly other: string }
      ? Plural
      : Translated<Words[Key], Plural>
}
