import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'

export interface LoadedCatalogue {
  readonly language: Language
  readonly words: Catalogue
}

/** English comes with the page; each other language is a file of its own. English again when it can not be fetched. */
export async function loadCatalogue(language: Language): Promise<LoadedCatalogue> {
  if (language === 'en') return { language, words: en }
  try {
    return { language, words: await CATALOGUES[language]() }
  } catch {
    return { language: 'en', words: en }
  }
}

const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  ru: async () => (await import('./ru.ts')).ru,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  zh: async () => (await import('./zh.ts')).zh,
  ar: async () => (await import('./ar.ts')).ar,
}
