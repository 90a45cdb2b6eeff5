import { describe, expect, it } from 'vitest'
import type { Family } from './font-files.ts'
import { levelsOf, visualRuns } from './text-runs.ts'

describe('the runs of a line, from left to right', () => {
  it('keep a Latin line as it is', () => {
    expect(runs('Effect +1.5 (p = 0.01)', 'ltr')).toEqual(['Effect +1.5 (p = 0.01)'])
  })

  it('put the first word of an Arabic line last, and its numbers in their own order', () => {
    expect(runs('الحكم 1,000', 'rtl')).toEqual(['1,000', 'الحكم '])
  })

  it('keep a Latin name whole inside an Arabic line', () => {
    expect(runs('تجربة Checkout redesign الدفع', 'rtl')).toEqual([' الدفع', 'Checkout redesign', 'تجربة '])
  })

  it('mirror brackets of a right-to-left run', () => {
    expect(runs('(الحكم)', 'rtl').join('')).toContain('(')
    expect(runs('א(', 'rtl')).toEqual([')א'])
  })

  it('follow an isolate, and do not draw it', () => {
    expect(runs('الأثر: \u2066+1.5\u2069.', 'rtl')).toEqual(['.', '+1.5', 'الأثر: '])
  })

  it('change with the font', () => {
    const families = visualRuns('Ab 结账', levelsOf('Ab 结账', 'ltr'), [0, 5], byScript).map(({ family }) => family)

    expect(families).toEqual(['sans', 'chinese'])
  })

  it('are none of an empty line', () => {
    expect(runs('', 'auto')).toEqual([])
  })
})

function runs(text: string, base: 'ltr' | 'rtl' | 'auto'): readonly string[] {
  return visualRuns(text, levelsOf(text, base), [0, text.length], () => 'sans').map(run => run.text)
}

function byScript(character: string): Family {
  return /\p{Script=Han}/u.test(character) ? 'chinese' : 'sans'
}
