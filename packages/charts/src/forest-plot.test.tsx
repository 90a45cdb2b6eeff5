import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ForestPlot, type ForestPlotProps } from './forest-plot.tsx'
import type { ForestPlotRow } from './forest-plot-row.ts'

const better: ForestPlotRow = { label: 'Shorter form', effect: 1.8, lower: 0.6, upper: 3, isSignificant: true }
const unclear: ForestPlotRow = { label: 'Longer form', effect: -0.4, lower: -1.6, upper: 0.8, isSignificant: false }

describe('ForestPlot', () => {
  test('is a picture with a name and a description', () => {
    const svg = draw({ rows: [better], title: 'Effects on <orders>', description: 'Two arms against control' })

    expect(svg).toMatch(/^<svg[^>]* role="img"/)
    expect(svg).toContain('<title>Effects on &lt;orders&gt;</title><desc>Two arms against control</desc>')
  })

  test('draws significance as a filled mark and its absence as a hollow one', () => {
    const svg = draw({ rows: [better, unclear] })

    expect(svg).toMatch(/<circle data-mark="significant"[^>]* fill="var\(--chart-accent, /)
    expect(svg).toMatch(/<circle data-mark="not-significant"[^>]* fill="var\(--chart-surface, /)
  })

  test('puts a positive effect right of the zero line, a negative one left of it, and points inside their intervals', () => {
    const svg = draw({ rows: [better, unclear] })
    const zero = numbersOf(svg, /data-mark="zero" x1="([^"]+)"/g)[0]!

    const [positive, negative] = numbersOf(svg, /<circle[^>]* cx="([^"]+)"/g)
    const intervals = [...svg.matchAll(/data-mark="interval"><line x1="([^"]+)" x2="([^"]+)"/g)]

    expect(positive).toBeGreaterThan(zero)
    expect(negative).toBeLessThan(zero)
    expect(intervals.map(([, from, to]) => [Number(from) < positive!, Number(to) > negative!])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('draws the always-valid interval thinner and wider than the interval, where there is one', () => {
    const svg = draw({ rows: [{ ...better, alwaysValidLower: -0.2, alwaysValidUpper: 3.8 }, unclear] })

    const always = [
      ...svg.matchAll(/data-mark="always-valid"><line x1="([^"]+)" x2="([^"]+)"[^>]*stroke-width="([^"]+)"/g),
    ]
    const interval = [
      ...svg.matchAll(/data-mark="interval"><line x1="([^"]+)" x2="([^"]+)"[^>]*stroke-width="([^"]+)"/g),
    ]

    expect([always.length, interval.length]).toEqual([1, 2])
    const [[, outerFrom, outerTo, outerWidth], [, from, to, width]] = [always[0]!, interval[0]!]
    expect(Number(outerFrom)).toBeLessThan(Number(from))
    expect(Number(outerTo)).toBeGreaterThan(Number(to))
    expect(Number(outerWidth)).toBeLessThan(Number(width))
  })

  test('prints effect and interval at the end of the row in the language of the reader', () => {
    expect(draw({ rows: [better, unclear], locale: 'en' })).toContain('>+1.80 [0.60; 3.00]<')
    expect(draw({ rows: [better, unclear], locale: 'de' })).toContain('>−0,40 [−1,60; 0,80]<')
  })

  test('labels round ticks, the unit and what zero means', () => {
    const svg = draw({ rows: [better, unclear], unit: 'percentage points', zeroLabel: 'no effect' })

    for (const text of ['−2', '0', '2', 'percentage points', 'no effect']) expect(svg).toContain(`>${text}</text>`)
  })

  test.each([
    { ...better, effect: null },
    { ...better, lower: Number.NaN },
    { ...better, upper: Number.POSITIVE_INFINITY },
    { ...better, effect: null, lower: null, upper: null },
  ])('shows a dash for the numbers of $effect [$lower; $upper], and the other rows as ever', row => {
    const svg = draw({ rows: [{ ...row, label: 'Broken' }, unclear] })

    expect(rowOf(svg, 'Broken')).toContain('>–</text>')
    expect(rowOf(svg, 'Broken')).not.toContain('data-mark')
    expect(rowOf(svg, 'Longer form')).toContain('data-mark="not-significant"')
  })

  test('leaves out an always-valid interval that has no finite ends', () => {
    const svg = draw({ rows: [{ ...better, alwaysValidLower: Number.NEGATIVE_INFINITY, alwaysValidUpper: 4 }] })

    expect(svg).not.toContain('always-valid')
  })

  test('shows a dash and no axis without rows', () => {
    const svg = draw({ rows: [] })

    expect(svg).toContain('>–</text>')
    expect(svg).not.toContain('data-mark="zero"')
  })

  test('cuts a very long label with an ellipsis and keeps the whole one as its title', () => {
    const label = 'A variant whose name tells its whole story '.repeat(5).trim()

    const svg = draw({ rows: [{ ...better, label }], width: 640 })

    expect(svg).toContain(`<title>${label}</title>`)
    expect(svg).toMatch(/<\/title>A variant whose name [^<]{0,20}…<\/text>/)
  })

  test('cuts one hopelessly wide interval with arrows, so that the others keep their size', () => {
    const hopeless = { ...unclear, label: 'Few persons', lower: -900, upper: 900 }

    const svg = draw({ rows: [better, unclear, hopeless] })

    expect(rowOf(svg, 'Few persons').match(/data-mark="beyond"/g)).toHaveLength(2)
    expect(rowOf(svg, 'Few persons')).toContain('[−900.0; 900.0]')
    const [, from, to] = /data-mark="interval"><line x1="([^"]+)" x2="([^"]+)"/.exec(rowOf(svg, 'Shorter form'))!
    expect(Number(to) - Number(from)).toBeGreaterThan(25)
  })

  test('draws an effect beyond the axis as an arrow only', () => {
    const faraway = { ...better, label: 'Far away', effect: 900, lower: 800, upper: 1000 }

    const row = rowOf(draw({ rows: [better, unclear, faraway] }), 'Far away')

    expect(row).toContain('data-mark="beyond"')
    expect(row).not.toContain('<circle')
  })

  test('takes every colour from a custom property with a fallback', () => {
    const svg = draw({ rows: [{ ...better, alwaysValidLower: 0, alwaysValidUpper: 900 }, unclear] })

    const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color!)

    expect(colors.length).toBeGreaterThan(10)
    expect(colors.filter(color => color !== 'none' && !/^var\(--chart-[a-z]+, #[0-9a-f]{6}\)$/.test(color))).toEqual([])
  })

  test('writes Arabic from the right, mirrors the columns and keeps the axis', () => {
    const [ltr, rtl] = (['ltr', 'rtl'] as const).map(direction =>
      draw({ rows: [{ ...better, label: 'نموذج أقصر' }], direction, locale: 'ar' }),
    )

    expect(ltr).toMatch(/<text[^>]* x="0"[^>]*direction="ltr" text-anchor="start"/)
    expect(rtl).toMatch(/^<svg[^>]* direction="ltr"/)
    expect(rtl).toMatch(
      /<text[^>]* x="720"[^>]*direction="rtl" text-anchor="start"[^>]*><title>نموذج أقصر<\/title>\u2068نموذج أقصر\u2069</,
    )
    expect(rtl).toMatch(/<text[^>]* x="0"[^>]*direction="rtl" text-anchor="end"/)
    const [zero, point] = [
      numbersOf(rtl!, /data-mark="zero" x1="([^"]+)"/g)[0]!,
      numbersOf(rtl!, /<circle[^>]* cx="([^"]+)"/g)[0]!,
    ]
    expect(point).toBeGreaterThan(zero)
  })

  test('stands the texts above the marks at 320 pixels, beside them at 720', () => {
    const [narrow, wide] = [320, 720].map(width => draw({ rows: [better], width }))

    const offsetOf = (svg: string) =>
      numbersOf(svg, /<circle[^>]* cy="([^"]+)"/g)[0]! - numbersOf(rowOf(svg, better.label), / y="([^"]+)"/g)[0]!

    expect(offsetOf(narrow!)).toBeGreaterThan(12)
    expect(offsetOf(wide!)).toBeLessThan(0)
  })

  test('scales down as a whole below 320 pixels', () => {
    const svg = draw({ rows: [better], width: 160 })

    const [, width, height, innerHeight] = /width="(\d+)" height="([\d.]+)" viewBox="0 0 320 ([\d.]+)"/.exec(svg)!

    expect(Number(width)).toBe(160)
    expect(Number(height)).toBe(Number(innerHeight) / 2)
  })

  test('stays inside its frame, in finite coordinates, whatever the numbers and the width', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.double(),
      fc.double({ min: -10, max: 10 }),
      fc.constantFrom(0, 5e-324, 1.7e308),
    )
    const row = fc.record({
      label: fc.string({ unit: 'grapheme', maxLength: 60 }),
      effect: value,
      lower: value,
      upper: value,
      isSignificant: fc.boolean(),
      alwaysValidLower: value,
      alwaysValidUpper: value,
    })
    const direction = fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl')

    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.integer({ min: 320, max: 1200 }),
        direction,
        (rows, width, direction) => {
          const xs = numbersOf(draw({ rows, width, direction }), / (?:x|x1|x2|cx)="([^"]*)"/g)

          expect(xs.filter(x => !(x >= 0 && x <= width))).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})

function draw(props: Partial<ForestPlotProps>): string {
  const defaults = {
    rows: [],
    width: 720,
    title: 'Effects',
    description: '',
    unit: '%',
    locale: 'en',
    zeroLabel: 'no effect',
  }
  return renderToStaticMarkup(<ForestPlot {...defaults} {...props} />)
}

function rowOf(svg: string, label: string): string {
  return svg.slice(svg.indexOf(`data-row="${label}"`)).split('data-row=')[1]!
}

function numbersOf(svg: string, pattern: RegExp): number[] {
  return [...svg.matchAll(pattern)].map(([, number]) => Number(number))
}
