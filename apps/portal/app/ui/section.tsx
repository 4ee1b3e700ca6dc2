import type { ReactNode } from 'react'

export interface SectionProps {
  /** Anchor, the same as in `SectionNav`. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A titled part of a page that the contents list can point to. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="section-body">{children}</div>
    </section>
  )
}
