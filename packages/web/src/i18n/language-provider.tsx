import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Language } from './language.ts'
import { LanguageContext, newSpeech } from './language-context.ts'
import { type LoadedCatalogue, loadCatalogue } from './load-catalogue.ts'
import { storeLanguage } from './stored-language.ts'

/** Holds the language of the page; a change loads its words first, so that no screen is half translated. */
export function LanguageProvider({ initial, children }: { initial: LoadedCatalogue; children: ReactNode }) {
  const [loaded, setLoaded] = useState(initial)
  const setLanguage = useCallback((language: Language) => {
    storeLanguage(language)
    void loadCatalogue(language).then(setLoaded)
  }, [])
  const value = useMemo(
    () => ({ speech: newSpeech(loaded.language, loaded.words), setLanguage }),
    [loaded, setLanguage],
  )
  const { locale, direction } = value.speech
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = direction
  }, [locale, direction])
  return <LanguageContext value={value}>{children}</LanguageContext>
}
