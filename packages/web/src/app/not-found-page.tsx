import { Link } from '@tanstack/react-router'
import { useSpeech } from '../i18n/language-context.ts'
import { Notice } from '../ui/notice.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

export function NotFoundPage() {
  const { shell } = useSpeech().words
  usePageTitle(shell.notFound)
  return (
    <>
      <h1 className="hidden-text">{shell.notFound}</h1>
      <Notice tone="plain" title={shell.notFound}>
        <p>{shell.notFoundBody}</p>
        <Link to="/">{shell.backToList}</Link>
      </Notice>
    </>
  )
}
