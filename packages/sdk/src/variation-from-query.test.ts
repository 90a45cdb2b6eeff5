import { describe, expect, test } from 'vitest'
import { readFixture } from '../fixtures/read-fixture.ts'
import { variationFromQuery } from './variation-from-query.ts'

type QueryCase = [name: string, key: string, url: string, count: number, expected: number | null]
const { getQueryStringOverride } = readFixture<{ getQueryStringOverride: QueryCase[] }>('growthbook-client-cases.json')

describe('variationFromQuery', () => {
  test.each(getQueryStringOverride)('agrees with GrowthBook: %s', (_, key, url, count, expected) => {
    expect(variationFromQuery(key, url, count)).toBe(expected)
  })

  test.each([
    ['?my-test=1', 1],
    ['#my-test=1', null],
    ['?my-test=1&my-test=0', 1],
    ['?my-test', null],
    ['?my-test=', null],
    ['?my-test=%31', null],
    ['?%=1&my-test=1', 1],
    ['?my-test=1e0', null],
    ['?my-test=99999999999999999999', null],
  ])('reads %s as %s', (query, expected) => {
    expect(variationFromQuery('my-test', query, 2)).toBe(expected)
  })

  test('knows a key that has to be escaped in a URL', () => {
    expect(variationFromQuery('Größe & Preis', `?${encodeURIComponent('Größe & Preis')}=1`, 2)).toBe(1)
  })
})
