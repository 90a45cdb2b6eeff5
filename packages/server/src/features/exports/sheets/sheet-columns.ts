import type { Speech } from '../../../http/speech.ts'
import type { Cell, CellFormat, Sheet, SheetColumn } from './sheet.ts'

type Words = Speech['words']['exports']
export type ColumnKey = keyof Words['columns']
export type SheetKey = keyof Words['sheets']

/** Columns by the keys of their words. */
export function sheetColumns(
  columns: readonly (readonly [key: ColumnKey, format: CellFormat])[],
  { words }: Speech,
): readonly SheetColumn[] {
  return columns.map(([key, format]) => ({ ...words.exports.columns[key], format }))
}

/** The sheet that says what the others hold; its name is the same in every language. */
export function guideSheet(
  sheets: readonly Sheet[],
  facts: readonly (readonly [string, string])[],
  speech: Speech,
): Sheet {
  const { frame, notes } = speech.words.exports
  const column = (title: string): SheetColumn => ({ title, meaning: '', format: 'text' })
  const about: readonly (readonly Cell[])[] = facts.map(([label, value]) => [label, '', value])
  const rows = sheets.flatMap(({ name, meaning, columns }) => [
    [name, '', meaning],
    ...columns.map(({ title, meaning: each }) => [name, title, each]),
  ])
  return {
    name: 'README',
    meaning: frame.guide,
    columns: [column(frame.sheet), column(frame.column), column(frame.meaning)],
    rows: [...about, ['', '', notes.signed], ...rows],
  }
}
