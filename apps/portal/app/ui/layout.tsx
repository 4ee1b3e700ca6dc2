import type { ReactNode } from 'react'

export interface ReadingLayoutProps {
  /** Beside the text on wide screens, before it on narrow ones: usually a `SectionNav`. */
  readonly aside: ReactNode
  /** The text's beginning where it must come before the column on narrow screens: a summary. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A long text at reading width with a quiet column beside it. */
export function ReadingLayout({ aside, lead, children }: ReadingLayoutProps) {
  return (
    <div className="reading-layout">
      {lead ? <div className="reading-lead">{lead}</div> : null}
      <div className="reading-aside">{aside}</div>
      <div className="reading-text">{children}</div>
    </div>
  )
}

export interface SidebarLayoutProps {
  /** On the left on wide screens: usually a `FilterPanel`. */
  readonly sidebar: ReactNode
  readonly children: ReactNode
}

/** Filters left, results right; one column on narrow screens. */
export function SidebarLayout({ sidebar, children }: SidebarLayoutProps) {
  return (
    <div className="sidebar-layout">
      <div>{sidebar}</div>
      <div className="sidebar-main">{children}</div>
    </div>
  )
}

/** Equal columns that fall into one where there is no room. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className="columns">{children}</div>
}
