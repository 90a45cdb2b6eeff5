import { Skeleton } from '@mantine/core'
import { useSpeech } from '../../i18n/language-context.ts'
import classes from './readout.module.css'

export function ReadoutSkeleton() {
  const { words } = useSpeech()
  return (
    <div className={classes.grid} role="status" aria-label={words.shell.loading}>
      <Skeleton className={classes.wide} height={220} />
      <Skeleton height={220} />
      <Skeleton className={classes.full} height={280} />
    </div>
  )
}
