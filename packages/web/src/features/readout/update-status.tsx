import { useSpeech } from '../../i18n/language-context.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './readout.module.css'
import type { useReading } from './use-reading.ts'

/** When the page last asked the server, and whether it could. */
export function UpdateStatus({ reading }: { reading: ReturnType<typeof useReading> }) {
  const { words, say, formats } = useSpeech()
  const { data, dataUpdatedAt, isError } = reading
  if (data === undefined) return null
  const time = formats.time(dataUpdatedAt)
  if (isError) {
    return (
      <span className={classes.stale} role="status">
        <Icon name="warning" size={14} /> {say(words.readout.stale, { time })}
      </span>
    )
  }
  return (
    <span className={classes.updated} data-testid="updated">
      <span className={classes.dot} aria-hidden="true" /> {words.readout.live} · {say(words.readout.updated, { time })}
    </span>
  )
}
