import { describe, expect, it } from 'vitest'
import { chartSvg } from '../document/chart.ts'
import { type SvgNode, svgNodes } from './svg-nodes.ts'

describe('the nodes of an SVG', () => {
  it('hold names, attributes and decoded texts', () => {
    const root = svgNodes(
      '<svg viewBox="0 0 4 2"><text x="1">a &lt;b&gt; &amp; &#x27;c&#x27;</text><line x1="0"/></svg>',
    )

    expect(root.attributes.viewBox).toBe('0 0 4 2')
    expect(root.children).toEqual([
      { name: 'text', attributes: { x: '1' }, children: ["a <b> & 'c'"] },
      { name: 'line', attributes: { x1: '0' }, children: [] },
    ])
  })

  it('know every element that our charts are made of', () => {
    const rows = [
      { label: 'a', effect: 1, lower: -90, upper: 2, isSignificant: true, alwaysValidLower: -3, alwaysValidUpper: 3 },
    ]
    const forest = chartSvg(
      { kind: 'forest', title: 't', description: 'd', unit: 'u', zeroLabel: 'z', rows },
      'ar',
      640,
    )
    const arms = [{ label: 'a', observed: 5, expected: 5 }]
    const shares = chartSvg(
      { kind: 'shares', title: 't', description: 'd', observedLabel: 'o', expectedLabel: 'e', arms },
      'en',
      640,
    )

    const names = new Set([forest, shares].flatMap(svg => namesOf(svgNodes(svg))))
    const known = ['svg', 'title', 'desc', 'g', 'line', 'path', 'rect', 'circle', 'text']
    expect([...names].filter(name => !known.includes(name))).toEqual([])
  })
})

function namesOf({ name, children }: SvgNode): readonly string[] {
  return [name, ...children.flatMap(child => (typeof child === 'string' ? [] : namesOf(child)))]
}
