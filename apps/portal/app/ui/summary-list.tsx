import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.tsx'

export interface SummaryItem {
  readonly term: string
  /** Absent or empty: the list says that the source does not state it. */
  readonly detail?: ReactNode
  /** In place of "not stated in the source", where something truer can be said. */
  readonly missing?: string
}

export interface SummaryListProps {
  readonly items: readonly SummaryItem[]
  /** `box` lifts it from the page; at most one on a page. */
  readonly look?: 'lines' | 'box'
}

/** Key facts as terms and details. Never a blank. */
export function SummaryList({ items, look = 'lines' }: SummaryListProps) {
  const { t } = useWords()
  return (
    <dl className={`summary-list summary-list-${look}`}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>
            {isEmpty(item.detail) ? (
              <span className="quiet">{item.missing ?? t('ui.notStated')}</span>
            ) : (
              item.detail
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function isEmpty(detail: ReactNode): boolean {
  return (
    detail === undefined || detail === null || detail === '' || (Array.isArray(detail) && detail.length === 0)
  )
}
