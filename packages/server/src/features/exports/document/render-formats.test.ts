import fc from 'fast-check'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../http/language.ts'
import { htmlDocument } from '../html/html-document.ts'
import { markdownDocument } from '../markdown/markdown-document.ts'
import { pdfDocument } from '../pdf/pdf-document.ts'
import { csvSheets } from '../sheets/csv-sheets.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { xlsxWorkbook } from '../sheets/xlsx-workbook.ts'
import type { ReportDocument } from './report-document.ts'

const HOSTILE = [
  "=cmd|'/C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../x',
  'x'.repeat(1000),
  '漢'.repeat(1000),
  '👩‍👩‍👧‍👦 family 🎉',
  'safe\u202egpj.exe',
  'line one\nline two\r\n\u2028three',
  'nul\u0000l and \u0007bell',
  '\ud800 lone',
  '| a | b |',
  '# head',
  '',
]

describe('a hostile text is only text', () => {
  it.each(HOSTILE)('in Markdown: %j', text => {
    const lines = markdownDocument(documentOf(text)).split('\n')

    expect(lines.filter(line => line.startsWith('# '))).toHaveLength(1)
    expect(lines.filter(line => line.startsWith('|')).map(cellCount)).toEqual([2, 2, 2])
    expect(lines.join('\n')).not.toMatch(/<(?!\/?bdi)[a-z]|[\u202a-\u202e]|\p{Cc}(?<!\n)/iu)
  })

  it.each(HOSTILE)('in HTML: %j', text => {
    const html = htmlDocument(documentOf(text))

    expect(html).not.toMatch(/<script|<img|[\u202a-\u202e]|(?!\n)\p{Cc}/iu)
    expect(unclosed(html)).toEqual([])
  })

  it.each(HOSTILE)('in CSV: %j', text => {
    const csv = csvSheets([sheetOf(text)])

    const [, , row = ''] = csv.split('\n')
    expect(csv.split('\n')).toHaveLength(4)
    expect(row).toMatch(/^("?'|[^=+\-@\t\r＝])|^$/)
    expect(row).toMatch(/,-1\.5$/)
  })

  it.each(HOSTILE)('in a workbook: %j', async text => {
    const bytes = await xlsxWorkbook(workbookOf([sheetOf(text)]))

    const sheets = await readWorkbook(Buffer.from(bytes))
    const [, rows] = sheets.map(({ data }) => data)
    expect(String(rows![1]![0] ?? '')).not.toMatch(/^[=+\-@\t\r＝]/)
    expect(rows![1]![1]).toBe(-1.5)
  })

  it.each(HOSTILE)('in PDF: %j', async text => {
    const bytes = await pdfDocument({ document: documentOf(text), pageText: '{{page}}/{{pages}}', footer: text })

    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/JavaScript|\/URI|\/Launch|xmpmeta/)
  })

  it('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(unclosed(htmlDocument(documentOf(text)))).toEqual([])
        expect(csvSheets([sheetOf(text)]).split('\n')).toHaveLength(4)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a page of HTML', () => {
  it.each(LANGUAGES)('says its language and direction: %s', language => {
    const html = htmlDocument({ ...documentOf('x'), language })

    expect(html).toMatch(
      new RegExp(`^<!doctype html>\n<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`),
    )
  })

  it('loads nothing and runs nothing', () => {
    const html = htmlDocument(documentOf('x'))

    expect(html).not.toMatch(/<(script|link|iframe|object|img)|https?:\/\/(?!www\.w3\.org)|@import|url\(/i)
    expect(html).toContain("default-src 'none'")
  })
})

describe('a workbook', () => {
  it('keeps numbers as numbers, moments as dates, and explains itself first', async () => {
    const sheet: Sheet = {
      ...sheetOf('x'),
      columns: [
        { title: 'When', meaning: 'm', format: 'moment' },
        { title: 'Share', meaning: 'm', format: 'fraction' },
      ],
      rows: [
        ['2026-05-01T09:00:00.000Z', 0.25],
        [null, Number.NaN],
      ],
    }

    const bytes = await xlsxWorkbook(workbookOf([sheet]))

    const [guide, data] = await readWorkbook(Buffer.from(bytes))
    expect(guide!.sheet).toBe('README')
    expect(data!.data[1]).toEqual([new Date('2026-05-01T09:00:00.000Z'), 0.25])
    expect(data!.data[2] ?? [null, null]).toEqual([null, null])
  })

  it('freezes its heads, and gives every sheet a name of its own that fits', async () => {
    const sheets = ['a/b:c?', 'A b c', 'x'.repeat(60), 'x'.repeat(60), '', "'quoted'"].map(name => ({
      ...sheetOf('x'),
      name,
    }))

    const bytes = await xlsxWorkbook(workbookOf(sheets))

    const names = (await readWorkbook(Buffer.from(bytes))).map(({ sheet }) => sheet)
    const { default: excel } = await import('exceljs')
    const book = new excel.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(7)
    expect(names.every(name => name.length <= 31)).toBe(true)
    expect(book.worksheets.map(({ views }) => views[0]?.state)).toEqual(Array(7).fill('frozen'))
  })
})

function documentOf(text: string): ReportDocument {
  return {
    language: 'en',
    title: text,
    kind: 'Report',
    generatedAt: '2026-05-01T09:00:00.000Z',
    facts: [{ label: 'Name', value: text }],
    sections: [
      {
        title: 'Section',
        blocks: [
          { kind: 'verdict', tone: 'good', name: 'Ship', detail: text },
          { kind: 'paragraph', text },
          { kind: 'list', items: [text] },
          { kind: 'cards', cards: [{ label: text, value: text }] },
          { kind: 'facts', facts: [{ label: text, value: text }] },
          { kind: 'table', columns: [{ title: text }, { title: 'n', isNumeric: true }], rows: [[text, '1']] },
          {
            kind: 'chart',
            chart: {
              ...{ kind: 'forest', title: text, description: text, unit: text, zeroLabel: 'none' },
              rows: [{ label: text, effect: 1, lower: 0, upper: 2, isSignificant: true }],
            },
          },
        ],
      },
    ],
  }
}

function sheetOf(text: string): Sheet {
  return {
    name: 'Sheet',
    meaning: 'm',
    columns: [
      { title: 'Text', meaning: 'm', format: 'text' },
      { title: 'Number', meaning: 'm', format: 'number' },
    ],
    rows: [[text, -1.5]],
  }
}

function workbookOf(sheets: readonly Sheet[]) {
  const guide = { ...sheetOf('x'), name: 'README' }
  return { language: 'en', title: 'T', generatedAt: '2026-05-01T09:00:00.000Z', guide, sheets } as const
}

/** Cells of a row of a Markdown table: what stands between pipes that are not escaped. */
function cellCount(line: string): number {
  return line.split(/(?<!\\)\|/).length - 2
}

const VOID = new Set(['meta', '!doctype'])

/** Elements that are not closed in the order in which they were opened. */
function unclosed(html: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, closing, name, isEmpty] of html.matchAll(/<(\/?)([!\w-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing === '/') {
      if (open.pop() !== name) wrong.push(`/${name}`)
    } else if (isEmpty === '' && !VOID.has(name!)) open.push(name!)
  }
  return [...wrong, ...open]
}
