import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ShareBarPlot, type ShareBarPlotProps } from './share-bar-plot.tsx'

const arms = [
  { label: 'Control', observed: 6000, expected: 5000 },
  { label: 'Shorter form', observed: 4000, expected: 5000 },
]

describe('ShareBarPlot', () => {
  test('is a picture with a name and a description', () => {
    const svg = draw({ title: 'Persons by arm', description: 'Observed against expected' })

    expect(svg).toMatch(/^<svg[^>]* role="img"/)
    expect(svg).toContain('<title>Persons by arm</title><desc>Observed against expected</desc>')
  })

  test('draws bars as long as the observed shares, and a line where each share was expected', () => {
    const svg = draw({ width: 616 })

    expect(barsOf(svg)).toEqual([
      { x: 0, length: 600 },
      { x: 0, length: 400 },
    ])
    expect(expectedLinesOf(svg)).toEqual([500, 500])
  })

  test('compares shares, so that expectations may be of another total', () => {
    const svg = draw({ width: 616, arms: arms.map(arm => ({ ...arm, expected: 1 })) })

    expect(expectedLinesOf(svg)).toEqual([500, 500])
  })

  test('grows from the right in a right-to-left page', () => {
    const svg = draw({ width: 616, direction: 'rtl', locale: 'ar-u-nu-latn' })

    expect(barsOf(svg)).toEqual([
      { x: 16, length: 600 },
      { x: 216, length: 400 },
    ])
    expect(expectedLinesOf(svg)).toEqual([116, 116])
    expect(svg).toMatch(/<text x="616"[^>]* direction="rtl" text-anchor="start"><title>Control</)
  })

  test('prints counts and shares in the language of the reader', () => {
    expect(draw({ locale: 'en' })).toContain('>6,000 (60.00%) / 5,000 (50.00%)<')
    expect(draw({ locale: 'de' })).toContain('>6.000 (60,00\u00a0%) / 5.000 (50,00\u00a0%)<')
  })

  test('names what the bar and the line stand for', () => {
    const legend = draw({ observedLabel: 'Seen', expectedLabel: 'Planned' }).split('data-mark="legend"')[1]!

    expect(legend).toContain('>Seen</text>')
    expect(legend).toContain('>Planned</text>')
  })

  test.each([null, Number.NaN, Number.POSITIVE_INFINITY, -1])('shows a dash and no bar for a count of %j', observed => {
    const svg = draw({ arms: [{ label: 'Control', observed, expected: 10 }] })

    expect(svg).toContain('>– / 10 (100.00%)<')
    expect(svg).not.toContain('data-mark="observed"')
  })

  test.each([{ arms: [] }, { arms: arms.map(arm => ({ ...arm, observed: 0, expected: 0 })) }])(
    'draws finite coordinates when nobody is there: $arms.length arms',
    ({ arms }) => {
      const svg = draw({ arms })

      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(svg).not.toContain('data-mark="observed"')
    },
  )

  test('leaves the numbers whole and cuts the label at 320 pixels', () => {
    const label = 'A variant whose name tells its whole story'

    const svg = draw({ width: 320, arms: [{ label, observed: 50_231, expected: 50_000 }] })

    expect(svg).toContain('>50,231 (100.00%) / 50,000 (100.00%)<')
    expect(svg).toMatch(/<\/title>A v[^<]*…<\/text>/)
  })
})

function draw(props: Partial<ShareBarPlotProps>): string {
  const words = { title: 'Arms', description: '', observedLabel: 'Observed', expectedLabel: 'Expected', locale: 'en' }
  return renderToStaticMarkup(<ShareBarPlot arms={arms} width={720} {...words} {...props} />)
}

function barsOf(svg: string): { x: number; length: number }[] {
  const bars = svg.matchAll(/data-mark="observed" x="([^"]+)" y="[^"]+" width="([^"]+)"/g)
  return [...bars].map(([, x, length]) => ({ x: Number(x), length: Number(length) }))
}

function expectedLinesOf(svg: string): number[] {
  return [...svg.matchAll(/data-mark="expected"><path d="M([\d.]+) /g)].map(([, x]) => Number(x))
}
