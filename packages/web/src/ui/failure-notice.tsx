import { Button } from '@mantine/core'
import { type Speech, useSpeech } from '../i18n/language-context.ts'
import { ApiFailure, statusOf } from './api-failure.ts'
import { Notice } from './notice.tsx'

/** What went wrong, in words, and a way to try again. */
export function FailureNotice({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const speech = useSpeech()
  const { words, say } = speech
  const requestId = error instanceof ApiFailure ? error.requestId : null
  return (
    <Notice tone="bad" icon="warning" title={title} role="alert">
      <p>{failureText(error, speech)}</p>
      {requestId !== null && <p className="muted small">{say(words.shell.failure.reference, { id: requestId })}</p>}
      <Button size="xs" variant="default" onClick={onRetry}>
        {words.shell.retry}
      </Button>
    </Notice>
  )
}

function failureText(error: unknown, { words, say }: Speech): string {
  const { failure } = words.shell
  const status = statusOf(error)
  if (status === 0) return failure.network
  if (status === 401) return failure.unauthorized
  if (status === 403) return failure.forbidden
  if (status === 429) return failure.rateLimited
  return say(failure.server, { status: String(status) })
}
