import type { ReactNode } from 'react'

export interface PageHeadingProps {
  /** The kind of thing this is, in a word or two above the title. */
  readonly kind?: string | undefined
  readonly title: ReactNode
  readonly strapline?: ReactNode
  /** Language of the title when it is not the page's. */
  readonly lang?: string | undefined
  /** Facts, states or a note below. */
  readonly children?: ReactNode
}

/** The one `h1` of a page, with what belongs directly to it. */
export function PageHeading({ kind, title, strapline, lang, children }: PageHeadingProps) {
  return (
    <header className="page-heading">
      {kind ? <p className="eyebrow">{kind}</p> : null}
      <h1 lang={lang}>{title}</h1>
      {strapline ? <p className="lede">{strapline}</p> : null}
      {children}
    </header>
  )
}
