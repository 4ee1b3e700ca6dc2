import { type ReactNode, useId } from 'react'

export interface Column<Row> {
  readonly label: string
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
}

export interface DataTableProps<Row> {
  readonly caption: ReactNode
  /** The first column names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** On narrow screens: `stack` turns each row into a small list, `scroll` keeps the table and lets it be moved. */
  readonly narrow?: 'stack' | 'scroll'
  readonly hideCaption?: boolean
}

/** A table with a caption, headers and tabular numerals. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, narrow = 'stack', hideCaption = false } = props
  const captionId = useId()
  const [first, ...others] = columns
  const table = (
    <table>
      <caption id={captionId} className={hideCaption ? 'visually-hidden' : undefined}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              lang={column.lang}
              className={column.numeric ? 'cell-numeric' : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <th scope="row">{first.cell(row)}</th>
            {others.map((column) => (
              <td
                key={column.label}
                data-label={column.label}
                className={column.numeric ? 'cell-numeric' : undefined}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'stack') return <div className="table-region table-stack">{table}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-region table-scroll" aria-labelledby={captionId} tabIndex={0}>
      {table}
    </section>
  )
}
