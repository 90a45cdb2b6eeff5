import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { HeatPlot, type HeatPlotProps } from './heat-plot.tsx'

const rows: HeatPlotProps['rows'] = [
  {
    label: '5 %',
    cells: [
      { text: '12', level: 1, isCurrent: true },
      { text: '20', level: 2 },
    ],
  },
  {
    label: '10 %',
    cells: [
      { text: '4', level: 0 },
      { text: '–', level: null },
    ],
  },
]

describe('HeatPlot', () => {
  test('is a picture with a name and a description, escaped', () => {
    const svg = draw({ title: 'Days <by> effect', description: 'a & b' })

    expect(svg).toContain('<title>Days &lt;by&gt; effect</title><desc>a &amp; b</desc>')
  })

  test('prints every cell and outlines the current one', () => {
    const svg = draw({})

    expect([...svg.matchAll(/data-mark="(cell|current)"/g)].map(([, mark]) => mark)).toEqual([
      'current',
      'cell',
      'cell',
      'cell',
    ])
    for (const text of ['>12<', '>20<', '>4<', '>–<']) expect(svg).toContain(text)
  })

  test('is the darker the more a cell asks for, and leaves an unknown one empty', () => {
    const fills = [
      ...draw({}).matchAll(/data-mark="(?:cell|current)"><rect[^>]* fill="([^"]+)"(?: fill-opacity="([\d.]+)")?/g),
    ]

    const [first, second, third] = fills.map(([, , opacity]) => Number(opacity))
    expect(third!).toBeLessThan(first!)
    expect(first!).toBeLessThan(second!)
    expect(fills[3]![1]).toBe('none')
  })

  test('runs from the right in a right-to-left language', () => {
    const xOf = (svg: string) =>
      [...svg.matchAll(/data-mark="(?:cell|current)"><rect x="([\d.-]+)"/g)].map(m => Number(m[1]))

    const [left, right] = [xOf(draw({})), xOf(draw({ direction: 'rtl' }))]
    expect(left[0]!).toBeLessThan(left[1]!)
    expect(right[0]!).toBeGreaterThan(right[1]!)
    expect(Math.min(...right)).toBeGreaterThanOrEqual(0)
  })

  test('cuts a long label and survives an empty grid', () => {
    expect(draw({ rows: [{ label: 'x'.repeat(500), cells: [] }] })).toContain('…')
    expect(draw({ rows: [], columns: [] })).not.toMatch(/NaN|Infinity/)
  })
})

function draw(props: Partial<HeatPlotProps>): string {
  const standard = { columns: ['80 %', '90 %'], rows, corner: 'Effect', levels: ['a', 'b', 'c'] as const }
  return renderToStaticMarkup(<HeatPlot {...standard} width={640} title="Days" description="" {...props} />)
}
