import type { Language } from '../../../http/language.ts'

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** The tag that number formats take; Arabic keeps the digits that the API and the web UI print. */
export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : language
}

/** The direction of one text: a text with Arabic in an Arabic report runs with it, any other by its first strong letter. */
export function textDirection(text: string, language: Language): 'rtl' | 'auto' {
  return directionOf(language) === 'rtl' && /\p{Script=Arabic}/u.test(text) ? 'rtl' : 'auto'
}
