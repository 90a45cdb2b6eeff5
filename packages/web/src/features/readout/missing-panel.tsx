import { useSpeech } from '../../i18n/language-context.ts'
import { Panel } from '../../ui/panel.tsx'
import { missingParts } from './missing-parts.ts'
import type { LiveStats } from './reading.ts'
import classes from './readout.module.css'

/** What this read-out does not hold, and why: quietly, but said. */
export function MissingPanel({ live }: { live: LiveStats }) {
  const { unavailable: text } = useSpeech().words.readout
  const parts = missingParts(live)
  if (parts.length === 0) return null
  return (
    <Panel title={text.title}>
      <ul className={classes.missing}>
        {parts.map(part => (
          <li key={part}>{text[part]}</li>
        ))}
      </ul>
    </Panel>
  )
}
