import type { VerdictClient } from '@verdict/client'
import { useSpeech } from '../../i18n/language-context.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { isFiltered, type ListSearch } from './list-search.ts'
import { FirstSteps, NoMatch } from './no-projects.tsx'
import { ProjectFilters } from './project-filters.tsx'
import classes from './project-list.module.css'
import { ProjectListSkeleton } from './project-list-skeleton.tsx'
import { ProjectResults } from './project-results.tsx'
import { useProjectList } from './use-project-list.ts'

interface ProjectListPageProps {
  readonly api: VerdictClient
  readonly search: ListSearch
  onSearch(search: ListSearch): void
}

/** Every experiment there is: find one, open it. */
export function ProjectListPage({ api, search, onSearch }: ProjectListPageProps) {
  const { words, sayCount } = useSpeech()
  const list = useProjectList(api, search)
  const total = list.data?.pages[0]?.total
  usePageTitle(words.projects.title)
  return (
    <>
      <div className={classes.heading}>
        <h1>{words.projects.title}</h1>
        <p className="muted" role="status">
          {total === undefined ? null : sayCount(words.projects.found, total)}
        </p>
      </div>
      <ProjectFilters search={search} onSearch={onSearch} />
      <ListBody list={list} search={search} onSearch={onSearch} />
    </>
  )
}

type List = ReturnType<typeof useProjectList>

function ListBody(props: { list: List; search: ListSearch; onSearch: (search: ListSearch) => void }) {
  const { list, search, onSearch } = props
  const { words } = useSpeech()
  if (list.data === undefined) {
    if (!list.isError) return <ProjectListSkeleton />
    return <FailureNotice title={words.projects.failed} error={list.error} onRetry={() => void list.refetch()} />
  }
  const projects = list.data.pages.flatMap(page => page.projects)
  if (projects.length === 0) return isFiltered(search) ? <NoMatch onReset={() => onSearch({})} /> : <FirstSteps />
  return (
    <>
      {list.isError && (
        <FailureNotice title={words.projects.failed} error={list.error} onRetry={() => void list.refetch()} />
      )}
      <ProjectResults
        projects={projects}
        total={list.data.pages[0]!.total}
        isOld={list.isPlaceholderData}
        isLoadingMore={list.isFetchingNextPage}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : null}
      />
    </>
  )
}
