import type { ReactNode } from 'react'

export interface FoldProps {
  readonly title: string
  readonly open?: boolean
  readonly children: ReactNode
}

/** Something that folds away: a map, a long list. Works without the script. */
export function Fold({ title, open = false, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
