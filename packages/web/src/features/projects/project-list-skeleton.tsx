import { Skeleton } from '@mantine/core'
import { useSpeech } from '../../i18n/language-context.ts'
import classes from './project-list.module.css'

const ROWS = ['a', 'b', 'c', 'd', 'e']

export function ProjectListSkeleton() {
  const { words } = useSpeech()
  return (
    <div className={classes.table} role="status" aria-label={words.shell.loading}>
      {ROWS.map(row => (
        <Skeleton key={row} height={20} my="md" />
      ))}
    </div>
  )
}
