import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import classes from './notice.module.css'
import type { Tone } from './tone-badge.tsx'

interface NoticeProps {
  readonly tone: Tone
  readonly icon?: IconName
  readonly title: string
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A message in the place of content. */
export function Notice({ tone, icon, title, role, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <h2 className={classes.title}>
        {icon !== undefined && <Icon name={icon} />} {title}
      </h2>
      {children}
    </div>
  )
}
