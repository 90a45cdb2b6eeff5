export const LANGUAGES = ['en', 'ru', 'de', 'es', 'fr', 'zh', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]
export type Direction = 'ltr' | 'rtl'

/** In its own language: a reader finds their own in any of them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  zh: '中文',
  ar: 'العربية',
}

/** The query's language, else the stored one, else the first preferred one that we speak, else English. */
export function chooseLanguage(wish: {
  query: string | null
  stored: string | null
  preferred: readonly string[]
}): Language {
  const candidates = [wish.query, wish.stored, ...wish.preferred]
  return candidates.map(readLanguage).find(language => language !== null) ?? 'en'
}

/** "de-AT" is German; null for a language we do not speak. */
export function readLanguage(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split('-')[0]
  return LANGUAGES.find(language => language === primary) ?? null
}

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** A BCP 47 tag for Intl and the page. `ar` alone prints the digits that charts and APIs print. */
export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : language
}
