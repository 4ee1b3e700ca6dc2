import type { ReactNode } from 'react'

export interface FoldProps {
  readonly id?: string
  readonly title: string
  readonly open?: boolean
  readonly children: ReactNode
}

/** Something that folds away: a map, a long list. Works without the script. */
export function Fold({ id, title, open = false, children }: FoldProps) {
  return (
    <details id={id} className="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

export interface FoldLinkProps {
  readonly title: string
  /** The page with the fold open. */
  readonly href: string
}

/** A fold whose content is too much to send along unasked: looks like a closed one, and leads to the page with it open. */
export function FoldLink({ title, href }: FoldLinkProps) {
  return (
    <p className="fold-link">
      <a href={href}>{title}</a>
    </p>
  )
}
