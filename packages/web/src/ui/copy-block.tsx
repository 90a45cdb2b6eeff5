import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useId } from 'react'
import { useSpeech } from '../i18n/language-context.ts'
import classes from './copy-block.module.css'

/** A command to paste into a terminal. */
export function CopyBlock({ label, code }: { label: string; code: string }) {
  const { words } = useSpeech()
  const clipboard = useClipboard()
  const id = useId()
  return (
    <figure className={classes.block}>
      <figcaption className={classes.caption}>
        <span id={id}>{label}</span>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${words.shell.copy}: ${label}`}
          onClick={() => clipboard.copy(code)}
        >
          {clipboard.copied ? words.shell.copied : words.shell.copy}
        </Button>
      </figcaption>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section className={classes.code} dir="ltr" aria-labelledby={id} {...FOCUSABLE}>
        <pre>
          <code>{code}</code>
        </pre>
      </section>
    </figure>
  )
}

const FOCUSABLE = { tabIndex: 0 }
