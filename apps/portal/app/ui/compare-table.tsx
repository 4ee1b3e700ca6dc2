import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'

export interface CompareColumn {
  readonly id: string
  readonly label: string
  readonly href: string
  /** Address of the comparison without this one. */
  readonly removeHref?: string | undefined
  readonly lang?: string | undefined
}

export interface CompareRow {
  readonly label: string
  /** One per column; empty ones say that the source does not state it. */
  readonly cells: readonly ReactNode[]
  /** Whether the columns differ here. The eye is led to such rows. */
  readonly differs: boolean
}

export interface CompareGroup {
  readonly title: string
  readonly rows: readonly CompareRow[]
}

export interface CompareTableProps {
  readonly caption: string
  readonly columns: readonly CompareColumn[]
  readonly groups: readonly CompareGroup[]
}

/** Entries side by side in a real table: first column stays, differences are marked, prints on one page. */
export function CompareTable({ caption, columns, groups }: CompareTableProps) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-region compare-region" aria-label={caption} tabIndex={0}>
      <table className="compare-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <CompareHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className="compare-group">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span>{group.title}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <CompareRowCells
                key={row.label}
                row={row}
                columns={columns}
                differs={t('ui.differs')}
                missing={t('ui.notStated')}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function CompareHead({ column }: { readonly column: CompareColumn }) {
  const { t } = useWords()
  return (
    <>
      <a className="compare-title" href={column.href} lang={column.lang}>
        {column.label}
      </a>
      {column.removeHref ? (
        <a className="compare-remove" href={column.removeHref}>
          {t('ui.compareRemove')}
          <span className="visually-hidden" lang={column.lang}>
            {' '}
            {column.label}
          </span>
        </a>
      ) : null}
    </>
  )
}

interface RowCellsProps {
  readonly row: CompareRow
  readonly columns: readonly CompareColumn[]
  readonly differs: string
  readonly missing: string
}

function CompareRowCells({ row, columns, differs, missing }: RowCellsProps) {
  return (
    <tr className={row.differs ? 'compare-differs' : undefined}>
      <th scope="row">
        {row.label}
        {row.differs ? <span className="differs-mark">{differs}</span> : null}
      </th>
      {columns.map((column, index) => (
        <td key={column.id}>
          {isBlank(row.cells[index]) ? <span className="quiet">{missing}</span> : row.cells[index]}
        </td>
      ))}
    </tr>
  )
}

function isBlank(cell: ReactNode): boolean {
  return cell === undefined || cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)
}
