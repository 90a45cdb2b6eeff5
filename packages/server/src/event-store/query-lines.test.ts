import { describe, expect, it } from 'vitest'
import { readQuery } from './duckdb/read-query.ts'
import { repeatLines } from './query-lines.ts'

describe('a query text', () => {
  it('is found by the name of its question', () => {
    expect(readQuery('count-names')).toMatch(/^select\n/)
    expect(() => readQuery('unheard-of')).toThrow('unheard-of')
  })

  it('repeats a line for each index, and for each combination of two lists', () => {
    const text = ['-- {metric} stays', 'select', '  a_{metric},', '  b_{metric}_{covariate},', 'from t'].join('\n')

    const repeated = repeatLines(text, { metric: [0, 2], covariate: [0, 1] })

    expect(repeated.split('\n')).toEqual([
      '-- {metric} stays',
      'select',
      '  a_0,',
      '  a_2,',
      '  b_0_0,',
      '  b_0_1,',
      '  b_2_0,',
      '  b_2_1,',
      'from t',
    ])
  })

  it('drops a line whose list is empty', () => {
    expect(repeatLines('a\n{metric}\nb', { metric: [] })).toBe('a\nb')
  })
})
