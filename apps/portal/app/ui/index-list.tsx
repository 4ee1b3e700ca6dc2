import type { ReactNode } from 'react'

export interface IndexItem {
  readonly href: string
  readonly label: string
  readonly note?: ReactNode
  readonly lang?: string | undefined
}

/** Many links in columns, as in the index of a book: cities of a country, areas of a field. */
export function IndexList({ items }: { readonly items: readonly IndexItem[] }) {
  return (
    <ul className="index-list">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} lang={item.lang}>
            {item.label}
          </a>
          {item.note ? <span className="quiet numeric"> {item.note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
