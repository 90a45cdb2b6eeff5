import { useEffect } from 'react'
import { useSpeech } from '../i18n/language-context.ts'

/** Names the page in the tab and the history. */
export function usePageTitle(title: string): void {
  const { product } = useSpeech().words.shell
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
}
