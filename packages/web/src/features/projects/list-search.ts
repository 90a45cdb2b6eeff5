import type { operations } from '@verdict/client'

export const STATUSES = ['active', 'archived', 'all'] as const
export const METRIC_TYPES = ['all', 'binary', 'continuous', 'count', 'ratio'] as const
export const SORTS = ['updated_desc', 'updated_asc', 'created_desc', 'created_asc', 'name_asc', 'name_desc'] as const

export type ListStatus = (typeof STATUSES)[number]
export type ListMetricType = (typeof METRIC_TYPES)[number]
export type ListSort = (typeof SORTS)[number]

/** What the address of the list says; what is left out has its default. */
export interface ListSearch {
  readonly q?: string
  readonly status?: ListStatus
  readonly metric?: ListMetricType
  readonly sort?: ListSort
}

type ListQuery = NonNullable<operations['listProjects']['parameters']['query']>

/** Reads an address: what is not known, or is the default, is dropped. */
export function readListSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  const q = typeof raw.q === 'string' ? raw.q.slice(0, 1000) : ''
  const status = STATUSES.find(name => name === raw.status) ?? 'active'
  const metric = METRIC_TYPES.find(name => name === raw.metric) ?? 'all'
  const sort = SORTS.find(name => name === raw.sort) ?? 'updated_desc'
  return {
    ...(q !== '' && { q }),
    ...(status !== 'active' && { status }),
    ...(metric !== 'all' && { metric }),
    ...(sort !== 'updated_desc' && { sort }),
  }
}

/** The same as the API asks for it. */
export function listQuery({ q, status, metric, sort = 'updated_desc' }: ListSearch): ListQuery {
  return {
    ...(q !== undefined && { q }),
    status: status ?? 'active',
    metric_type: metric ?? 'all',
    ...SORT_QUERIES[sort],
  }
}

const SORT_QUERIES: Readonly<Record<ListSort, Pick<ListQuery, 'sort_by' | 'sort_dir'>>> = {
  updated_desc: { sort_by: 'updated_at', sort_dir: 'desc' },
  updated_asc: { sort_by: 'updated_at', sort_dir: 'asc' },
  created_desc: { sort_by: 'created_at', sort_dir: 'desc' },
  created_asc: { sort_by: 'created_at', sort_dir: 'asc' },
  name_asc: { sort_by: 'name', sort_dir: 'asc' },
  name_desc: { sort_by: 'name', sort_dir: 'desc' },
}

/** Whether the search or a filter hides anything that the plain list would show. */
export function isFiltered({ q, status, metric }: ListSearch): boolean {
  return q !== undefined || metric !== undefined || status === 'archived'
}
