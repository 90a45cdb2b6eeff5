import Pdf from 'pdfkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { PdfWriter } from './pdf-writer.ts'

const STYLE = { size: 10, color: '#000000' } as const

let writer: PdfWriter
beforeAll(() => {
  writer = new PdfWriter(new Pdf())
})

describe('wrapped lines', () => {
  it.each([
    ['words', 'one two three four five six seven eight nine ten', 80],
    ['one endless word', 'x'.repeat(300), 120],
    ['Chinese without spaces', '护栏指标被突破、变体占比不符或既定规则要求时，才提前停止。', 90],
    ['Arabic', 'مقاييس الحماية: المجموعة الضابطة وكل شيء يبقى كما هو الآن', 90],
    ['all at once', 'Checkout 结账 تجربة الدفع Kasse оформление', 60],
  ])('are no wider than asked for: %s', (_, text, width) => {
    const lines = writer.wrapped(text, STYLE, width)

    expect(lines.length).toBeGreaterThan(1)
    expect(Math.max(...lines.map(line => line.width))).toBeLessThanOrEqual(width + 0.01)
  })

  it('lose no letter', () => {
    const text = 'one two three four five'

    const lines = writer.wrapped(text, STYLE, 40)

    expect(lines.map(({ runs }) => runs.map(run => run.text).join('')).join(' ')).toBe(text)
  })

  it('break Chinese text between characters, not before its comma', () => {
    const lines = writer.wrapped('护栏指标被突破，变体占比不符', STYLE, 75)

    expect(lines.every(({ runs }) => !runs[0]!.text.startsWith('，'))).toBe(true)
  })
})

describe('one line', () => {
  it('is cut with an ellipsis where it does not fit', () => {
    const line = writer.fitted('A very long name of an experiment', STYLE, 80)

    expect(line.width).toBeLessThanOrEqual(80)
    expect(line.runs.at(-1)!.text.endsWith('…')).toBe(true)
  })

  it('has one mark for each picture that no font can draw', () => {
    expect(
      writer
        .line('a👩‍👩‍👧‍👦b', STYLE)
        .runs.map(run => run.text)
        .join(''),
    ).toBe('a\ufffdb')
  })

  it('draws each script in a font that has it', () => {
    const families = writer.line('Ab 结账 تجربة', STYLE).runs.map(({ family }) => family)

    expect(new Set(families)).toEqual(new Set(['sans', 'chinese', 'arabic']))
  })
})
