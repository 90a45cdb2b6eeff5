import { type ReactNode, useCallback, useState } from 'react'
import { useSpeech } from '../i18n/language-context.ts'
import classes from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly isNumeric?: boolean
  cell(row: Row): ReactNode
}

interface DataTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string | number
}

/** A table of its own scroll: the page never scrolls sideways. The first column names the row. */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumeric }) => (
              <th key={key} scope="col" className={isNumeric ? classes.numeric : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} isHeading={index === 0} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Cell<Row>({ column, isHeading, row }: { column: Column<Row>; isHeading: boolean; row: Row }) {
  if (isHeading) return <th scope="row">{column.cell(row)}</th>
  const content = column.isNumeric ? <bdi dir="ltr">{column.cell(row)}</bdi> : column.cell(row)
  return (
    <td data-column={column.key} className={column.isNumeric ? classes.numeric : undefined}>
      {content}
    </td>
  )
}

function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const { words } = useSpeech()
  const [isOverflowing, setOverflowing] = useState(false)
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const observer = new ResizeObserver(() => setOverflowing(element.scrollWidth > element.clientWidth + 1))
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      <section
        ref={measure}
        className={classes.region}
        aria-label={label}
        // A region that scrolls must be reachable by keyboard.
        {...(isOverflowing ? { tabIndex: 0 } : {})}
      >
        {children}
      </section>
      {isOverflowing && <p className={classes.hint}>{words.shell.scrollHint} ⇄</p>}
    </>
  )
}
