import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText, textWidth } from './fit-text.ts'

describe('fitText', () => {
  test('leaves a text alone that fits', () => {
    expect(fitText('Control', 200)).toBe('Control')
  })

  test('cuts between graphemes, never inside one', () => {
    const family = '👩‍👩‍👧'

    const fitted = fitText(family.repeat(20), 60)

    expect(fitted).toBe(`${family.repeat(3)}…`)
  })

  test('leaves no space before the ellipsis', () => {
    const widths = Array.from({ length: 60 }, (_, i) => i + 20)

    const fitted = widths.map(width => fitText('a b c d e f g h i j k l m n o p', width))

    expect(fitted.filter(text => text.includes(' …'))).toEqual([])
  })

  test('never exceeds the room, as long as it holds an ellipsis', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 })
    const room = fc.integer({ min: Math.ceil(textWidth('…')), max: 400 })

    fc.assert(fc.property(text, room, (whole, width) => textWidth(fitText(whole, width)) <= width))
  })
})

describe('textWidth', () => {
  test('knows that an ideograph is wider than a letter and a bidi control has no width', () => {
    expect(textWidth('方案')).toBeGreaterThan(textWidth('ab'))
    expect(textWidth('\u2068ab\u2069')).toBe(textWidth('ab'))
  })
})
