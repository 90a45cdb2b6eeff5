import { cleanTexts } from '../document/clean-text.ts'
import type { Block, ReportDocument, Section } from '../document/report-document.ts'

/** A report as Markdown: values are escaped, so that they are text and nothing else. */
export function markdownDocument(document: ReportDocument): string {
  const { title, kind, facts, sections } = cleanTexts(document)
  const head = [`# ${escaped(title)}`, `**${escaped(kind)}**`, ...facts.map(({ label, value }) => line(label, value))]
  return `${[...head.slice(0, 2), head.slice(2).join('\n'), ...sections.map(section)].filter(isSaid).join('\n\n')}\n`
}

function section({ title, blocks }: Section): string {
  return [`## ${escaped(title)}`, ...blocks.map(block)].filter(isSaid).join('\n\n')
}

function block(given: Block): string {
  switch (given.kind) {
    case 'paragraph':
      return escaped(given.text)
    case 'note':
      return `> ${escaped(given.text)}`
    case 'subheading':
      return `### ${escaped(given.text)}`
    case 'list':
      return given.items.map(item => `- ${escaped(item)}`).join('\n')
    case 'cards':
      return given.cards.map(({ label, value }) => line(label, value)).join('\n')
    case 'facts':
      return given.facts.map(({ label, value }) => line(label, value)).join('\n')
    case 'verdict':
      return `> **${escaped(given.name)}**: ${escaped(given.detail)}`
    case 'table':
      return table(given)
    case 'chart':
      // The numbers of every chart stand in a table beside it.
      return ''
  }
}

function line(label: string, value: string): string {
  return `- ${escaped(label)}: ${escaped(value)}`
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(columns.map(({ title }) => escaped(title))),
    row(columns.map(({ isNumeric }) => (isNumeric ? '---:' : '---'))),
    ...rows.map(cells => row(cells.map(escaped))),
  ].join('\n')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]#|~!$]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[-+]|[-=]+)(?=\s|$)/, '\\$&')
}

function isSaid(text: string): boolean {
  return text !== ''
}
