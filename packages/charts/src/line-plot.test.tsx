import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LinePlot, type LinePlotProps } from './line-plot.tsx'

const points = [
  { x: 4000, y: 0.9 },
  { x: 1000, y: 0.5 },
  { x: 3000, y: 0.8 },
]

describe('LinePlot', () => {
  test('is a picture with a name and a description, escaped', () => {
    const svg = draw({ title: 'Power <curve>', description: 'Power & users' })

    expect(svg).toMatch(/^<svg[^>]* role="img"/)
    expect(svg).toContain('<title>Power &lt;curve&gt;</title><desc>Power &amp; users</desc>')
  })

  test('draws the points from left to right and upwards, whatever their order', () => {
    const d = /data-mark="line" d="([^"]+)"/.exec(draw({}))![1]!
    const coordinates = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

    expect(coordinates).toHaveLength(3)
    expect(coordinates.map(([x]) => x)).toEqual(coordinates.map(([x]) => x).sort((a, b) => a - b))
    expect(coordinates.map(([, y]) => y)).toEqual(coordinates.map(([, y]) => y).sort((a, b) => b - a))
  })

  test('names the point that is talked about', () => {
    const svg = draw({ marker: { x: 3000, y: 0.8, label: 'This design' } })

    expect(svg).toMatch(/data-mark="marker".*This design/)
    expect(draw({ marker: null })).not.toContain('data-mark="marker"')
    expect(draw({ marker: { x: 3000, y: -1.7e194, label: 'No share' } })).not.toContain('data-mark="marker"')
  })

  test('leaves out what is no number, and survives with one point, none, and equal points', () => {
    const broken = draw({ points: [...points, { x: Number.NaN, y: 0.5 }, { x: 10, y: Infinity }] })

    expect(broken.match(/data-mark="point"/g)).toHaveLength(3)
    for (const few of [[], [points[0]!], [points[0]!, points[0]!]])
      expect(draw({ points: few })).not.toMatch(/NaN|Infinity/)
  })

  test('prints shares as percent in the language of the reader', () => {
    expect(draw({ locale: 'de' })).toContain('80\u00a0%')
    expect(draw({ locale: 'en' })).toContain('80%')
  })
})

function draw(props: Partial<LinePlotProps>): string {
  const standard = {
    points,
    width: 640,
    title: 'Power',
    description: '',
    xLabel: 'Users',
    yLabel: 'Power',
    locale: 'en',
  }
  return renderToStaticMarkup(<LinePlot {...standard} {...props} />)
}
