import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSpeech } from '../../i18n/language-context.ts'
import { ProjectCards } from './project-cards.tsx'
import classes from './project-list.module.css'
import { ProjectTable } from './project-table.tsx'
import type { ProjectListItem } from './use-project-list.ts'

interface ProjectResultsProps {
  readonly projects: readonly ProjectListItem[]
  readonly total: number
  /** Of the search before, while the new one runs. */
  readonly isOld: boolean
  readonly isLoadingMore: boolean
  readonly onMore: (() => void) | null
}

export function ProjectResults({ projects, total, isOld, isLoadingMore, onMore }: ProjectResultsProps) {
  const { words, say, formats } = useSpeech()
  const isNarrow = useMediaQuery('(max-width: 40rem)', false, { getInitialValueInEffect: false })
  return (
    <div aria-busy={isOld} className={classes.results}>
      {isNarrow ? <ProjectCards projects={projects} /> : <ProjectTable projects={projects} />}
      {onMore !== null && (
        <div className={classes.more}>
          <span className="muted small">
            {say(words.projects.shown, { shown: formats.count(projects.length), total: formats.count(total) })}
          </span>
          <Button variant="default" size="xs" loading={isLoadingMore} onClick={onMore}>
            {words.projects.loadMore}
          </Button>
        </div>
      )}
    </div>
  )
}
