import { useSpeech } from '../../i18n/language-context.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import type { LiveStats, Reason } from './reading.ts'
import { reasonText } from './reason-text.ts'
import classes from './verdict-card.module.css'

interface ReasonListProps {
  readonly title: string
  readonly reasons: readonly Reason[]
  readonly live: LiveStats
  readonly icon?: IconName
}

export function ReasonList({ title, reasons, live, icon }: ReasonListProps) {
  const speech = useSpeech()
  return (
    <div>
      <h3 className={classes.listTitle}>
        {icon !== undefined && <Icon name={icon} size={14} />} {title}
      </h3>
      <ul className={classes.reasons}>
        {reasons.map(reason => (
          <li key={reason.code + JSON.stringify(reason.params)} data-code={reason.code}>
            {reasonText(reason, live, speech)}
          </li>
        ))}
      </ul>
    </div>
  )
}
