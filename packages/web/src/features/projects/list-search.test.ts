import { expect, test } from 'vitest'
import { isFiltered, listQuery, readListSearch } from './list-search.ts'

test('an address of known words is read as it is', () => {
  const search = readListSearch({ q: 'price', status: 'archived', metric: 'ratio', sort: 'name_asc' })

  expect(search).toEqual({ q: 'price', status: 'archived', metric: 'ratio', sort: 'name_asc' })
})

test('defaults and unknown words are dropped', () => {
  const search = readListSearch({ q: '', status: 'active', metric: 'weird', sort: 7, lang: 'de' })

  expect(search).toEqual({})
})

test('the plain list asks for active experiments, last updated first', () => {
  const query = listQuery({})

  expect(query).toEqual({ status: 'active', metric_type: 'all', sort_by: 'updated_at', sort_dir: 'desc' })
})

test('a search asks in the words of the API', () => {
  const query = listQuery({ q: 'price', status: 'all', metric: 'count', sort: 'created_asc' })

  expect(query).toEqual({
    q: 'price',
    status: 'all',
    metric_type: 'count',
    sort_by: 'created_at',
    sort_dir: 'asc',
  })
})

test('an order alone hides nothing', () => {
  const answers = [
    { sort: 'name_asc' },
    { status: 'all' },
    { q: 'x' },
    { metric: 'ratio' },
    { status: 'archived' },
  ] as const

  expect(answers.map(isFiltered)).toEqual([false, false, true, true, true])
})
