import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../../database/tables.ts'

export interface ProjectSearch {
  /** Lower-cased; empty: none is looked for. */
  readonly text: string
  readonly status: 'active' | 'archived' | 'all'
  readonly metricType: string
  readonly sortBy: 'created_at' | 'updated_at' | 'name' | 'duration_days'
  readonly sortDirection: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

export type Ordering = readonly [by: RawBuilder<unknown>, direction: 'asc' | 'desc']

export function matches(builder: ExpressionBuilder<Tables, 'projects'>, search: ProjectSearch) {
  const conditions = []
  if (search.status !== 'all')
    conditions.push(builder('archived_at', search.status === 'active' ? 'is' : 'is not', null))
  if (search.metricType !== 'all') conditions.push(builder('metric_type', '=', search.metricType))
  const pattern = `%${search.text.replaceAll(/[\\%_]/g, '\\$&')}%`
  if (search.text !== '') conditions.push(sql<boolean>`search_text like ${pattern} escape '\\'`)
  return builder.and(conditions)
}

/** The id decides at last, so that two pages never show the same project. */
export function orderings({ sortBy, sortDirection }: ProjectSearch): readonly Ordering[] {
  const newestFirst: readonly Ordering[] = [
    [sql.ref('updated_at'), 'desc'],
    [sql.ref('id'), 'desc'],
  ]
  if (sortBy === 'name') return [[sql`lower(project_name)`, sortDirection], ...newestFirst]
  if (sortBy === 'duration_days') {
    const nullsLast: Ordering = [sql`duration_days is null`, 'asc']
    return [nullsLast, [sql.ref('duration_days'), sortDirection], ...newestFirst]
  }
  return [
    [sql.ref(sortBy), sortDirection],
    [sql.ref('id'), 'desc'],
  ]
}
