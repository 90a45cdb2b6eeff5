import { useEffect, useRef } from 'react'
import { useSpeech } from '../../i18n/language-context.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import type { Decision } from './reading.ts'

/** Says a verdict that has changed while the page was open. */
export function useVerdictNews(verdict: Decision['verdict'] | undefined): void {
  const { words, say } = useSpeech()
  const announce = useAnnounce()
  const known = useRef(verdict)
  useEffect(() => {
    if (verdict === undefined || known.current === verdict) return
    const isNews = known.current !== undefined
    known.current = verdict
    if (isNews) announce(say(words.verdict.changed, { verdict: words.verdict.names[verdict] }))
  }, [verdict, words, say, announce])
}
