import { Icon, type IconName } from './icon.tsx'
import classes from './tone-badge.module.css'

export type Tone = 'good' | 'bad' | 'wait' | 'plain'

/** A short state in words, with a sign and a colour. */
export function ToneBadge({ tone, icon, text }: { tone: Tone; icon?: IconName; text: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      <span className={classes.text}>{text}</span>
    </span>
  )
}
