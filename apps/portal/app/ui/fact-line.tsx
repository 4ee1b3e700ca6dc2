import { Fragment, type ReactNode } from 'react'

/** Short facts in one line, parted by dots; empty ones fall out. */
export function FactLine({ facts }: { readonly facts: readonly ReactNode[] }) {
  const shown = facts.filter((fact) => fact !== undefined && fact !== null && fact !== '' && fact !== false)
  if (shown.length === 0) return null
  return (
    <p className="fact-line">
      {shown.map((fact, index) => (
        <Fragment key={index}>
          {index > 0 ? <span aria-hidden="true"> · </span> : null}
          <span>{fact}</span>
        </Fragment>
      ))}
    </p>
  )
}
