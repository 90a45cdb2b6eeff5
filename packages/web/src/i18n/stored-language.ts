import { chooseLanguage, type Language } from './language.ts'

const KEY = 'ab-test:language'

/** The language that the address, the last choice or the browser asks for. An address that names one is a choice. */
export function initialLanguage(search: string): Language {
  const query = new URLSearchParams(search).get('lang')
  const language = chooseLanguage({ query, stored: localStorage.getItem(KEY), preferred: navigator.languages })
  if (query !== null) storeLanguage(language)
  return language
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
}
