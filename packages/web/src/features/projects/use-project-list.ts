import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { components, VerdictClient } from '@verdict/client'
import { dataOf } from '../../ui/api-failure.ts'
import { type ListSearch, listQuery } from './list-search.ts'

export type ProjectListItem = components['schemas']['ProjectListItem']

const PAGE_SIZE = 25

/** The list, page after page. While a new search runs, the old list stays. */
export function useProjectList(api: VerdictClient, search: ListSearch) {
  return useInfiniteQuery({
    queryKey: ['projects', search],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...listQuery(search), limit: PAGE_SIZE, offset: pageParam }
      return dataOf(api.GET('/api/v1/projects', { params: { query }, signal }))
    },
    getNextPageParam: ({ has_more, offset, projects }) => (has_more ? offset + projects.length : null),
    placeholderData: keepPreviousData,
  })
}
