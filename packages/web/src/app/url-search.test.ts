import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './url-search.ts'

test('a query survives the way there and back', () => {
  const values = { q: '100 % "mehr" & <b>', sort: 'name_asc' }

  const again = parseSearch(stringifySearch(values))

  expect(again).toEqual(values)
})

test('what looks like a number stays a text', () => {
  expect(parseSearch('?q=007')).toEqual({ q: '007' })
})

test('what is empty leaves no trace', () => {
  expect(stringifySearch({ q: '', status: undefined, metric: null })).toBe('')
})
