import type { ReactNode } from 'react'
import { ReadingLayout } from '../ui/layout.tsx'
import { Section } from '../ui/section.tsx'
import { SectionNav } from '../ui/section-nav.tsx'

export interface PageSection {
  /** Anchor of the section. */
  readonly id: string
  readonly title: string
  /** False or null: the page has nothing to say here, and the section is left out. */
  readonly content: ReactNode
}

export interface PageSectionsProps {
  readonly sections: readonly PageSection[]
  /** The first section is a summary: on narrow screens it comes before the contents list. */
  readonly summary?: boolean
}

/** The body of a detail page: its sections at reading width beside a contents list of those that have something to say. */
export function PageSections({ sections, summary = false }: PageSectionsProps) {
  const shown = sections.filter(
    ({ content }) => content !== null && content !== undefined && content !== false,
  )
  const rendered = shown.map(({ id, title, content }) => (
    <Section key={id} id={id} title={title}>
      {content}
    </Section>
  ))
  return (
    <ReadingLayout
      aside={<SectionNav items={shown.map(({ id, title }) => ({ id, label: title }))} />}
      lead={summary ? rendered[0] : undefined}
    >
      {summary ? rendered.slice(1) : rendered}
    </ReadingLayout>
  )
}
