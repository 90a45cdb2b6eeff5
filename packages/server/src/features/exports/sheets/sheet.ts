/** How a column is stored and shown. Fractions are shares of one; moments are ISO 8601 and become dates in UTC. */
export type CellFormat = 'text' | 'whole' | 'number' | 'fraction' | 'probability' | 'moment'

export type Cell = string | number | boolean | null

export interface SheetColumn {
  readonly title: string
  /** One sentence, for the first sheet of a workbook. */
  readonly meaning: string
  readonly format: CellFormat
}

/** A table of typed cells: a section of a CSV, a sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly meaning: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
}
