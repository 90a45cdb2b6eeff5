import type { Language } from '../../../http/language.ts'
import { chartSvg } from '../document/chart.ts'
import { cleanTexts } from '../document/clean-text.ts'
import type { Block, Fact, ReportDocument, Section } from '../document/report-document.ts'
import { directionOf, textDirection } from '../document/writing.ts'
import { HTML_STYLE } from './html-style.ts'

const CHART_WIDTH = 840

/** A report as one HTML file: nothing is loaded, nothing runs, every value is text. */
export function htmlDocument(document: ReportDocument): string {
  const { language, title, kind, facts, sections } = cleanTexts(document)
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(title)} · ${text(kind)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<header>
<p class="kind">${text(kind)}</p>
<h1><bdi>${text(title)}</bdi></h1>
${factList(facts, 'head', language)}
</header>
${sections.map(each => section(each, language)).join('\n')}
</main>
</body>
</html>
`
}

function section({ title, blocks }: Section, language: Language): string {
  return `<section>\n<h2>${own(title, language)}</h2>\n${blocks.map(each => block(each, language)).join('\n')}\n</section>`
}

function block(given: Block, language: Language): string {
  switch (given.kind) {
    case 'paragraph':
      return `<p>${own(given.text, language)}</p>`
    case 'note':
      return `<p class="note">${own(given.text, language)}</p>`
    case 'subheading':
      return `<h3>${own(given.text, language)}</h3>`
    case 'list':
      return `<ul>${given.items.map(item => `<li>${own(item, language)}</li>`).join('')}</ul>`
    case 'cards':
      return `<dl class="cards">${given.cards.map(each => card(each, language)).join('')}</dl>`
    case 'facts':
      return factList(given.facts, 'facts', language)
    case 'verdict':
      return `<div class="verdict ${given.tone}"><p class="name">${own(given.name, language)}</p><p>${own(given.detail, language)}</p></div>`
    case 'table':
      return table(given, language)
    case 'chart':
      return `<figure>${chartSvg(given.chart, language, CHART_WIDTH)}</figure>`
  }
}

function factList(facts: readonly Fact[], name: string, language: Language): string {
  return `<dl class="${name}">${facts.map(({ label, value }) => `<div><dt>${own(label, language)}</dt><dd>${own(value, language)}</dd></div>`).join('')}</dl>`
}

function card({ label, value }: Fact, language: Language): string {
  return `<div><dd>${own(value, language)}</dd><dt>${own(label, language)}</dt></div>`
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>, language: Language): string {
  const mark = (column: number) => (columns[column]?.isNumeric ? ' class="number"' : '')
  const head = columns
    .map(({ title }, column) => `<th scope="col"${mark(column)}>${own(title, language)}</th>`)
    .join('')
  const body = rows.map(
    row => `<tr>${row.map((cell, column) => `<td${mark(column)}>${own(cell, language)}</td>`).join('')}</tr>`,
  )
  return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

/** A text in its own direction, so that a foreign name leaves the line around it in order. */
function own(value: string, language: Language): string {
  const direction = textDirection(value, language) === 'rtl' ? ' dir="rtl"' : ''
  return `<bdi${direction}>${text(value)}</bdi>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function text(value: string): string {
  return value.replaceAll(/[&<>"']/g, character => ENTITIES[character]!)
}
