/** One column of rows on its way to the worker; the buffers are transferred. Null is a 0 bit in `validity`. */
export type ColumnData =
  | {
      readonly kind: 'fixed'
      readonly rowBytes: number
      readonly data: ArrayBuffer
      readonly validity: ArrayBuffer | null
    }
  | {
      readonly kind: 'text'
      /** UTF-8, end to end. */
      readonly data: ArrayBuffer
      /** Uint32: where each row's text ends. */
      readonly ends: ArrayBuffer
      readonly validity: ArrayBuffer | null
    }

export interface TableData {
  readonly table: string
  readonly rowCount: number
  readonly columns: readonly ColumnData[]
}

export function transferablesOf(tables: readonly TableData[]): ArrayBuffer[] {
  return tables.flatMap(({ columns }) =>
    columns.flatMap(column => [
      column.data,
      ...(column.kind === 'text' ? [column.ends] : []),
      ...(column.validity === null ? [] : [column.validity]),
    ]),
  )
}
