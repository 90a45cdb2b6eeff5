import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useSpeech } from '../i18n/language-context.ts'
import { Notice } from '../ui/notice.tsx'
import classes from './shell.module.css'

interface CrashBoundaryState {
  readonly error: Error | null
}

/** The last resort: a fault in a page shows as words, not as a white screen. */
export class CrashBoundary extends Component<{ children: ReactNode }, CrashBoundaryState> {
  override state: CrashBoundaryState = { error: null }

  static getDerivedStateFromError(error: Error): CrashBoundaryState {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <main className={classes.main}>
        <CrashNotice error={this.state.error} />
      </main>
    )
  }
}

export function CrashNotice({ error }: { error: unknown }) {
  const { shell } = useSpeech().words
  return (
    <Notice tone="bad" icon="warning" title={shell.crash} role="alert">
      <p>{shell.crashBody}</p>
      <code dir="ltr">{error instanceof Error ? error.message : String(error)}</code>
      <Button size="xs" onClick={() => location.reload()}>
        {shell.reload}
      </Button>
    </Notice>
  )
}
