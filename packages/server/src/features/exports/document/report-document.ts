import type { Language } from '../../../http/language.ts'
import type { Chart } from './chart.ts'

/** A report as plain data: what it says, not how it looks. Markdown, HTML and PDF print the same one. */
export interface ReportDocument {
  readonly language: Language
  readonly title: string
  /** What kind of report this is. */
  readonly kind: string
  /** ISO 8601, from the clock of the server. */
  readonly generatedAt: string
  /** When, from what and by what it was made. */
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
}

export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface Column {
  readonly title: string
  readonly isNumeric?: boolean
}

export type Tone = 'good' | 'bad' | 'waiting'

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'cards'; readonly cards: readonly Fact[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'verdict'; readonly tone: Tone; readonly name: string; readonly detail: string }
  | { readonly kind: 'chart'; readonly chart: Chart }
