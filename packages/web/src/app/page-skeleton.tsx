import { Skeleton } from '@mantine/core'
import { useSpeech } from '../i18n/language-context.ts'

/** Stands for a page whose code is on its way. */
export function PageSkeleton() {
  const { words } = useSpeech()
  return (
    <div role="status" aria-label={words.shell.loading}>
      <Skeleton height={28} width="40%" mb="md" />
      <Skeleton height={160} />
    </div>
  )
}
